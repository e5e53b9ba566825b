import axios from 'axios'
import { jwtDecode } from 'jwt-decode'
import jwt from 'jsonwebtoken'

export const a = (token: string) => jwtDecode(token).exp! < Date.now() // want "error: `jwtDecode\\(token\\).exp!?` counts seconds and the clock milliseconds"
export function named(token: string) {
  const claims = jwtDecode(token)
  const now = new Date().getTime()
  return now >= claims.exp! // want "counts seconds"
}
export function taken(token: string) {
  const { exp } = jwt.decode(token) as { exp: number }
  return new Date(exp) < new Date() // want "`exp` counts seconds and Date takes milliseconds"
}
export function byHand(token: string) {
  const claims = JSON.parse(atob(token.split('.')[1]))
  return claims.exp - Date.now() // want "`claims.exp` counts seconds"
}
export async function refresh() {
  const { data } = await axios.post('/oauth/token', { grant_type: 'refresh_token' })
  localStorage.setItem('deadline', String(Date.now() + data.expires_in)) // want "`data.expires_in` counts seconds and the clock milliseconds, so the deadline"
  return data
}
export const issue = (id: string, key: string) => jwt.sign({ sub: id, exp: Date.now() + 3600 }, key) // want "`exp` is milliseconds here"
export const twice = (token: string) => jwtDecode(token).exp! * 1000 < Date.now() / 1000 // want "both were scaled, so the token never looks expired"
