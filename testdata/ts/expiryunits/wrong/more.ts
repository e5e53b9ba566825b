import axios from 'axios'
import dayjs from 'dayjs'
import moment from 'moment'
import { SignJWT, decodeJwt } from 'jose'
import jwt from 'jsonwebtoken'

export const library = (token: string) => dayjs(decodeJwt(token).exp).isBefore(dayjs()) // want "`decodeJwt\\(token\\).exp` counts seconds and Date takes milliseconds"
export const older = (token: string) => moment((jwt.decode(token) as any).exp) < moment() // want "counts seconds and Date takes milliseconds"
export const shrunk = (token: string) => decodeJwt(token).exp! / 1000 < Date.now() // want "counts seconds and the clock milliseconds, so the token always looks long expired"
export function buffer(token: string) {
  const claims = JSON.parse(Buffer.from(token.split('.')[1], 'base64').toString())
  return claims.exp < Date.now() // want "`claims.exp` counts seconds"
}
export async function later() {
  const { data } = await axios.post('/oauth/token', { grant_type: 'refresh_token' })
  setTimeout(later, data.expires_in) // want "`data.expires_in` counts seconds and the timer milliseconds, so it fires a thousand times too early"
  return data
}
export const issue = (key: Uint8Array) => new SignJWT({}).setProtectedHeader({ alg: 'HS256' }).setExpirationTime(Date.now() + 3600).sign(key) // want "`exp` is milliseconds here"
