import { jwtDecode } from 'jwt-decode'
import { jwtVerify } from 'jose'
import jwt from 'jsonwebtoken'
import * as moment from 'moment'
import * as dayjs from 'dayjs'

export function operators(token: string) {
  const claims = jwtDecode<{ exp: number; iat: number; nbf: number }>(token)
  const now = Date.now()
  const time = Date.now()
  const t = Date.now()
  return [
    claims.exp > t, // want "`claims.exp` counts seconds"
    claims.iat <= now, // want "`claims.iat` counts seconds"
    claims.nbf >= time, // want "`claims.nbf` counts seconds"
    claims.nbf < +new Date(), // want "`claims.nbf` counts seconds"
  ]
}

export function clocks(token: string) {
  const { exp } = jwtDecode<{ exp: number }>(token)
  const now = +new Date()
  return [
    exp < now, // want "`exp` counts seconds"
    exp < new Date().valueOf(), // want "`exp` counts seconds"
    (exp as number) < (Date.now()), // want "`exp` counts seconds"
    +exp < Date.now(), // want "`.*exp` counts seconds"
    Number(exp) < Date.now(), // want "counts seconds"
  ]
}

export function shifted(token: string) {
  const claims = jwtDecode<{ exp: number; iat: number }>(token)
  const deadline = claims.exp - 30
  const lifetime = claims.exp - claims.iat
  setTimeout(() => undefined, lifetime) // want "`lifetime` counts seconds and the timer"
  setInterval(() => undefined, claims.exp - Date.now() / 1000) // want "counts seconds and the timer"
  return [
    deadline < Date.now(), // want "`deadline` counts seconds"
    30 + claims.exp < Date.now(), // want "counts seconds"
    claims.exp < Date.now() - 5000, // want "`claims.exp` counts seconds"
    claims.exp < 5000 + Date.now(), // want "`claims.exp` counts seconds"
  ]
}

export function scaledTwice(token: string) {
  const { exp } = jwtDecode<{ exp: number }>(token)
  const seconds = Math.floor(Date.now() / 1000)
  const parts = Date.now() / 1000
  return [
    exp * 1000 < seconds, // want "both were scaled"
    exp * 1000 < parts, // want "both were scaled"
    1000 * exp < Date.now() / 1000, // want "both were scaled"
    exp * 1000 < Date.now() / 1e3, // want "both were scaled"
    exp * 1_000 < Date.now() / 1000, // want "both were scaled"
    exp * 1000 < Math.floor(Date.now() / 1000), // want "both were scaled"
    exp * 1000 < Math.round(Date.now() / 1000), // want "both were scaled"
    exp * 1000 < Math.ceil(Date.now() / 1000), // want "both were scaled"
    exp * 1000 < Math.trunc(Date.now() / 1000), // want "both were scaled"
  ]
}

export async function decoders(token: string, key: any) {
  const verified = await jwtVerify(token, key)
  const byHand = JSON.parse(atob(token.split(".")[1]))
  return [
    verified.payload.exp! < Date.now(), // want "counts seconds"
    byHand.exp < Date.now(), // want "`byHand.exp` counts seconds"
    (jwt.verify(token, key) as any).exp < Date.now(), // want "counts seconds"
    (jwt.decode(token, { complete: true }) as any).payload.exp < Date.now(), // want "counts seconds"
    moment(verified.payload.exp), // want "Date takes milliseconds"
    dayjs(verified.payload.exp), // want "Date takes milliseconds"
  ]
}
