import { sequence } from '@sveltejs/kit/hooks'
import type { Handle } from '@sveltejs/kit'
import { renew, renewOnce } from './session'

const authenticate: Handle = async ({ event, resolve }) => {
  const refreshToken = event.cookies.get('refresh_token')
  if (!event.cookies.get('access_token') && refreshToken) {
    const tokens = await renew(refreshToken) // want "requests that are made for one page at the same time each call `renew`; each refresh replaces the refresh token"
    event.cookies.set('access_token', tokens.accessToken, { path: '/' })
    event.cookies.set('refresh_token', tokens.refreshToken, { path: '/' })
  }
  return resolve(event)
}

// Good: the requests of one page share it, by the token that they send.
const authenticateOnce: Handle = async ({ event, resolve }) => {
  const refreshToken = event.cookies.get('refresh_token')
  if (!event.cookies.get('access_token') && refreshToken) {
    const tokens = await renewOnce(refreshToken)
    event.cookies.set('refresh_token', tokens.refreshToken, { path: '/' })
  }
  return resolve(event)
}

export const handle = sequence(authenticate, authenticateOnce)
