import axios from 'axios'
import ky from 'ky'
import { io } from 'socket.io-client'
import { HttpClient, HttpParams } from '@angular/common/http'

export const a = (accessToken: string) => {
  const url = new URL('https://x.example/me')
  url.searchParams.set('access_token', accessToken) // want:strict "`access_token` is sent in the URL"
  return fetch(url)
}
export const b = (accessToken: string) => {
  const url = new URL('https://x.example/me')
  url.searchParams.append('access_token', accessToken) // want:strict "`access_token` is sent in the URL"
  return axios.get(url.toString())
}
export const c = (accessToken: string) => fetch('/me?' + new URLSearchParams({ access_token: accessToken })) // want:strict "`access_token` is sent in the URL"
export const d = (accessToken: string) => {
  const q = new URLSearchParams({ page: '1' })
  q.set('access_token', accessToken) // want:strict "`access_token` is sent in the URL"
  return fetch(`/me?${q.toString()}`)
}
export const e = (accessToken: string) => ky.get('/me', { searchParams: { accessToken } }) // want:strict "`accessToken` is sent in the URL"
export const f = (http: HttpClient, t: string) => http.get('/me', { params: new HttpParams().set('auth_token', t) }) // want:strict "`auth_token` is sent in the URL"
export const g = (accessToken: string) => fetch(`/session/${accessToken}`) // want:strict "`accessToken` is a part of the URL's path"
export const h = () => fetch(`/session/${localStorage.getItem('token')}/orders`) // want "`localStorage.getItem\\('token'\\)` is a part of the URL's path"
export const i = (url: string, token: string) => io(url, { query: { token } }) // want "`token` is sent in the URL"
export const j = (accessToken: string) => {
  const url = new URL('https://x.example/me')
  url.searchParams.set('access_token', accessToken) // want:strict "`access_token` is sent in the URL"
  return fetch(url.href)
}
export const k = (http: HttpClient, accessToken: string) => http.get('/me', { params: new HttpParams().append('access_token', accessToken) }) // want:strict "`access_token` is sent in the URL"
export const l = (accessToken: string) => fetch('/me?' + new URLSearchParams({ access_token: accessToken }).toString()) // want:strict "`access_token` is sent in the URL"
export const m = (http: HttpClient, accessToken: string) => http.get('/me', { params: new HttpParams({ fromObject: { access_token: accessToken } }) }) // want:strict "`access_token` is sent in the URL"
export const n = (accessToken: string) => axios.get('/me', { params: { ['access_token']: accessToken, other: other(accessToken) } }) // want:strict "`access_token` is sent in the URL"
declare const other: any
