import axios from 'axios'
import { jwtDecode } from 'jwt-decode'
import { SignJWT } from 'jose'
import jwt from 'jsonwebtoken'
import moment from 'moment'
import { sign, clock, readStored, cookie } from './own'

export const format = (token: string) => moment(jwtDecode(token).exp, 'X') // a format that takes seconds
export const nested = (token: string) => jwtDecode<any>(token).player.exp < Date.now() // experience, in a claim of its own
export const own = () => sign({ exp: Date.now() + 3_600_000 }) // the project's own signer, which converts
export const claims = (key: string) => jwt.sign({ issued: Date.now(), exp: 1 }, key) // a claim of the project's own
export const other = () => cookie.setExpirationTime(Date.now() + 3600) // no token
export const ticks = (token: string) => jwtDecode(token).exp! < clock.getTime() // who knows what it counts
export const nothing = () => Number() < Date.now()
export const stored = () => Date.now() + readStored().expires_in // who knows
export const rounded = (token: string) => jwtDecode(token).exp! < ~~(Date.now() / 1000) // seconds
export const left = (token: string) => setTimeout(() => undefined, jwtDecode(token).exp! * 1000 - Date.now()) // milliseconds
export function dated(key: Uint8Array) {
  const until = new Date(Date.now() + 3_600_000)
  return new SignJWT({}).setExpirationTime(until).sign(key) // a Date
}
export async function half() {
  const { data } = await axios.post('/oauth/token', {})
  setTimeout(half, data.expires_in * 500) // half of it, in milliseconds
}
