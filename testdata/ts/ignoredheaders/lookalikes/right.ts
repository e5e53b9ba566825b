import EventSource from 'eventsource'
import WebSocket from 'ws'
import { EventSourcePolyfill } from 'event-source-polyfill'
import { fetchEventSource } from '@microsoft/fetch-event-source'
import axios from 'axios'
import { io } from 'socket.io-client'

const headers = { Authorization: `Bearer ${localStorage.getItem('token')}` }

export const a = new EventSource('/events', { headers }) // imported: takes headers
export const b = new WebSocket('wss://x.example', { headers }) // imported: takes headers
export const c = new EventSourcePolyfill('/events', { headers })
export const d = fetchEventSource('/events', { headers })
export const e = io('/', { extraHeaders: headers }) // polling sends them

export async function load(url: string) {
  await axios.get(url, { mode: 'no-cors', headers } as any) // axios ignores the mode and sends the header
  await fetch(url, { mode: 'no-cors' }) // a ping has no credentials
  await fetch(url, { mode: 'no-cors', credentials: 'include' }) // cookies go
  await fetch(url, { mode: 'cors', headers })
  await fetch(url, { headers: { 'Access-Control-Request-Method': 'GET', ...headers } }) // a header of requests
}
