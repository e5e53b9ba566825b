import axios from 'axios'
import moment from 'moment'
import { fromUnixTime } from 'date-fns'
import { SignJWT, decodeJwt } from 'jose'
import type { AuthenticationResult } from '@azure/msal-browser'

export const unix = (token: string) => moment.unix(decodeJwt(token).exp!) // takes seconds
export const fns = (token: string) => fromUnixTime(decodeJwt(token).exp!) < new Date() // takes seconds
export const scaled = (token: string) => moment(decodeJwt(token).exp! * 1000) // scaled
// The project's own session, of two parts, which it makes in milliseconds.
export const own = (session: string) => JSON.parse(atob(session.split('.')[0])).exp < Date.now()
export const made = () => btoa(JSON.stringify({ exp: Date.now() + 3_600_000 }))
export const plain = (session: string) => JSON.parse(atob(session)).exp < Date.now() // no token
// Libraries that have moments.
export const msal = (r: AuthenticationResult) => r.expiresOn! < new Date() // a Date
export const cognito = (t: { getExpiration(): number }) => t.getExpiration() < Date.now() / 1000 // a method, seconds
export const oidc = (user: { expires_at: number }) => user.expires_at < Date.now() // who knows which
// Other things of that name.
export const power = (base: number, exp: number) => base ** exp < Date.now()
export const player = (p: { exp: number }) => p.exp < 1000
export async function later() {
  const { data } = await axios.post('/oauth/token', { grant_type: 'refresh_token' })
  setTimeout(later, (data.expires_in - 60) * 1000) // scaled
  return data
}
export const issue = (key: Uint8Array) => new SignJWT({}).setExpirationTime('2h').sign(key) // a span
export const dated = (key: Uint8Array) => new SignJWT({}).setExpirationTime(new Date(Date.now() + 3_600_000)).sign(key) // a Date
export const seconds = (key: Uint8Array) => new SignJWT({}).setExpirationTime(Math.floor(Date.now() / 1000) + 3600).sign(key) // seconds

// A regular expression, and a server that says so in its own field.
export const matched = (exp: RegExp, text: string) => exp.test(text) && Date.now() > 0
export async function served() {
  const { data } = await axios.get('/session')
  return data.expires_at < Date.now() // who knows which
}
