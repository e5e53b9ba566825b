const token = localStorage.getItem('token')

export const a = new EventSource('/events', { withCredentials: true }) // its one option
export const b = new WebSocket('wss://x.example', ['chat']) // a subprotocol
