import axios from 'axios'
import { jwtDecode } from 'jwt-decode'
import jwt from 'jsonwebtoken'
import dayjs from 'dayjs'

export const scaled = (token: string) => jwtDecode(token).exp! * 1000 < Date.now() // scaled
export const clock = (token: string) => jwtDecode(token).exp! < Date.now() / 1000 // the clock is
export const rounded = (token: string) => jwtDecode(token).exp! < Math.floor(Date.now() / 1000) + 30 // and rounded
export const date = (token: string) => new Date(jwtDecode(token).exp! * 1000) // scaled
export const unix = (token: string) => dayjs.unix(jwtDecode(token).exp!) // takes seconds
export const skew = (token: string) => Date.now() >= (jwtDecode(token).exp! - 60) * 1000 // scaled after it was shortened
export const own = (session: { exp: number }) => session.exp < Date.now() // the project's own, in milliseconds
export const google = (t: { expiry_date: number }) => t.expiry_date < Date.now() // milliseconds
export const cookie = (c: { expires: Date }) => c.expires < new Date() // a Date
export const left = (token: string) => jwtDecode(token).exp! - jwtDecode(token).iat! // both in seconds
export const issue = (id: string, key: string) => jwt.sign({ sub: id, exp: Math.floor(Date.now() / 1000) + 3600 }, key) // seconds
export async function refresh() {
  const { data } = await axios.post('/oauth/token', { grant_type: 'refresh_token' })
  return { ...data, until: Date.now() + data.expires_in * 1000 } // scaled
}
