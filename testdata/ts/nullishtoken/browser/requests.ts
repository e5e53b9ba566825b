import { tried, ssr, early, client, held, windowed, required, thrown, fallback, chosen } from './token'

export const a = () => fetch('/a', { headers: { Authorization: `Bearer ${tried()}` } }) // want "`tried\\(\\)` is null when nobody is logged in"
export const b = () => fetch('/a', { headers: { Authorization: `Bearer ${ssr()}` } }) // want "`ssr\\(\\)` is null"
export const c = () => fetch('/a', { headers: { Authorization: `Bearer ${early()}` } }) // want "`early\\(\\)` is null"
export const d = () => fetch('/a', { headers: { Authorization: 'Bearer ' + client() } }) // want "`client\\(\\)` is null"
export const e = () => fetch('/a', { headers: { Authorization: `Bearer ${held()}` } }) // want "`held\\(\\)` is null"
export const f = () => fetch('/a', { headers: { Authorization: `Bearer ${windowed()}` } }) // want "`windowed\\(\\)` is null"
export const g = () => fetch('/a', { headers: { Authorization: `Bearer ${required()}` } }) // it throws
export const h = () => fetch('/a', { headers: { Authorization: `Bearer ${thrown()}` } }) // it throws
export const i = () => fetch('/a', { headers: { Authorization: `Bearer ${fallback()}` } }) // never null
export const j = () => fetch('/a', { headers: { Authorization: `Bearer ${chosen(true)}` } }) // it decides by something else
export function k() {
  const mine = tried()
  if (!mine) return null
  return fetch('/a', { headers: { Authorization: `Bearer ${mine}` } }) // tested here
}
