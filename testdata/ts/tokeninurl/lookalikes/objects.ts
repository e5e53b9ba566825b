import axios from 'axios'
import { io } from 'socket.io-client'

export const all = (token: string, accessToken: string, id: string, shareToken: string) => {
  const ws = new URL('wss://x.example/live')
  ws.searchParams.set('access_token', accessToken) // no header is possible
  const form = new URLSearchParams()
  form.set('refresh_token', token) // a form in the body
  return [
    new WebSocket(ws),
    axios.post('/oauth/token', form),
    io('/', { auth: { token } }), // where it belongs
    io('/', { query: { room: id } }), // no token
    fetch(`/orders/${id}`), // no token
    fetch(`/orders/${token}`), // may be a token of another trade
    fetch(`/tokens/${accessToken}`, { method: 'DELETE' }), // the token is what the request is about
    fetch(`/password/reset/${accessToken}`), // one use
    fetch(`/verify/${token}`), // one use
    fetch(`/shared/${shareToken}`), // of a link
  ]
}
export const beside = (accessToken: string) => {
  const url = new URL('https://x.example/me')
  const own = new URL('https://x.example/ws')
  own.searchParams.set('access_token', accessToken) // of another URL
  url.hash.set('access_token', accessToken) // not of its query
  url.searchParams.delete('access_token', accessToken)
  url.searchParams.set
  const { pathname } = new URL('https://x.example/me')
  const map = new Map()
  map.set('access_token', accessToken) // no query
  return [fetch(url), fetch(pathname), fetch('/me', { body: map }), own]
}
