import { io as connect, Manager } from 'socket.io-client'
import { io as own } from './own'
import EventSourceOwn from 'eventsource'
import WebSocket from 'ws'

connect('https://ws.example.com', { withCredentials: true, auth: { token: localStorage.getItem('token') } }) // sends socket.io GET https://ws.example.com credentials
connect('https://ws.example.com', { extraHeaders: { Authorization: `Bearer ${localStorage.getItem('token')}` } }) // sends socket.io GET https://ws.example.com authorized | header socket.io
new Manager('https://manager.example.com', { withCredentials: true }).socket('/login') // sends socket.io GET https://manager.example.com credentials
new EventSource('https://events.example.com/login', { withCredentials: true }) // sends EventSource GET https://events.example.com/login credentials
new window.EventSource('/events') // sends EventSource GET /events
new window.WebSocket('wss://ws.example.com/') // sends WebSocket GET wss://ws.example.com/
new WebSocket('wss://node.example.com', { headers: { Authorization: `Bearer ${process.env.TOKEN}` } }) // header ?
new EventSourceOwn('/login') // silent: a package
own('/login') // silent: an own function
