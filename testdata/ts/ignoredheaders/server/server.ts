import { readFileSync } from 'node:fs'

const token = readFileSync('/run/token', 'utf8').trim()

// Node does not enforce the mode and sends the headers of WebSocket.
export const a = () => fetch('https://x.example', { mode: 'no-cors', headers: { Authorization: `Bearer ${token}` } })
export const b = new WebSocket('wss://x.example', { headers: { Authorization: `Bearer ${token}` } } as any)
export const c = () => fetch('https://x.example', { headers: { 'Access-Control-Allow-Origin': '*' } })
