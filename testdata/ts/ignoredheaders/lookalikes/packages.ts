import WebSocket from 'isomorphic-ws'
import EventSource from 'react-native-sse'

const headers = { Authorization: `Bearer ${localStorage.getItem('token')}` }

export const a = new WebSocket('wss://x.example', { headers } as any) // imported: takes headers
export const b = new EventSource('/events', { headers }) // imported: takes headers
