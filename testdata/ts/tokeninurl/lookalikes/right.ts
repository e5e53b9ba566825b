import axios from 'axios'

export const all = (token: string, accessToken: string, code: string, state: string, route: any, key: string) => [
  new WebSocket(`wss://x.example/live?access_token=${accessToken}`), // no header is possible
  new EventSource(`/events?access_token=${accessToken}`), // neither here
  fetch(`/callback?code=${code}&state=${state}`), // OAuth
  fetch(`/items?pageToken=${token}`), // paging
  axios.get('/items', { params: { next_page_token: token, cursor: code } }), // paging
  fetch(`/logout?id_token_hint=${code}`), // OpenID Connect
  fetch(`/form?csrf_token=${token}`), // not of a login
  fetch(`/verify-email?token=${token}`), // one use
  fetch(`/password/reset?access_token=${accessToken}`), // one use
  axios.get('/invitations', { params: { token } }), // may be of one use
  axios.get('/accept', { params: { accessToken: route.query.accessToken } }), // from a link
  fetch(`https://maps.googleapis.com/maps?key=${key}`), // documented
  fetch(`https://graph.facebook.com/me?access_token=${accessToken}`), // documented
  fetch(`https://bucket.example/x?X-Amz-Signature=${key}`), // a signed URL
  axios.post('/oauth/token', new URLSearchParams({ refresh_token: token })), // a form in the body
  axios.post('/me', { access_token: accessToken }), // in the body
]
