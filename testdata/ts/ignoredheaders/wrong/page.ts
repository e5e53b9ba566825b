const token = localStorage.getItem('token')

export async function load(url: string) {
  await fetch(url, { mode: 'no-cors', headers: { Authorization: `Bearer ${token}` } }) // want "error: browsers drop `Authorization` from a request in the mode 'no-cors'"
  await fetch(url, { headers: { 'Access-Control-Allow-Origin': '*' } }) // want "warning: `Access-Control-Allow-Origin` is a header of answers"
}

export const a = new EventSource('/events', { headers: { Authorization: token } } as any) // want "error: the EventSource of browsers takes no headers, so `headers` is not sent"
export const b = new EventSource('/events', { Authorization: token } as any) // want "so `Authorization` is not sent"
export const c = new window.WebSocket('wss://x.example', { headers: { Authorization: token } } as any) // want "the WebSocket of browsers takes no headers"
export const d = new WebSocket('wss://x.example', [], { headers: { Authorization: token } }) // want "the WebSocket of browsers takes no headers"
