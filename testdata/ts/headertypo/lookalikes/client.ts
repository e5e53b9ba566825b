import axios from 'axios'
import ky from 'ky'
import Taro from '@tarojs/taro'

declare const wx: any, uni: any
const token = localStorage.getItem('token') ?? ''

export async function right(url: string, headers: Headers, cookies: { set(k: string, v: string): void }) {
  await fetch(url, { headers: { Authorization: `Bearer ${token}` } })
  await fetch(url, { headers: { authorization: `Bearer ${token}` } }) // names have no case
  await fetch(url, { headers: { 'Proxy-Authorization': `Basic ${token}` } }) // a header of its own
  await fetch(url, { headers: { 'X-Authorization': `Bearer ${token}` } }) // the API's own
  await fetch(url, { headers: { 'Authorization-Token': token } }) // the API's own
  await fetch(url, { headers: { 'Authentication-Results': `Bearer ${token}` } }) // of mail
  await fetch(url, { headers: { Authentication: token } }) // no scheme: it may be the API's own
  await fetch(url, { headers: { Auth: token } }) // the same
  await fetch(url, { headers: { auth: 'yes', bearer: 'no' } }) // no credentials
  await fetch(url, { headers: { Authentication: `Bearer ${token}`, Authorization: `Bearer ${token}` } }) // in its right place too
  await fetch('https://api.tiendanube.com/v1/1/products', { headers: { Authentication: `bearer ${token}` } }) // documented so
  headers.set('Authentication-Info', `Bearer ${token}`)
  cookies.set('auth', `Bearer ${token}`) // a cookie
}

// Mini programs call the option header.
wx.request({ url: 'https://api.shop.example/me', header: { Authorization: `Bearer ${token}` } })
uni.request({ url: 'https://api.shop.example/me', header: { Authorization: `Bearer ${token}` } })
Taro.request({ url: 'https://api.shop.example/me', header: { Authorization: `Bearer ${token}` } })

export async function options(url: string, request: (o: object) => Promise<void>) {
  await request({ url, header: { Authorization: `Bearer ${token}` } }) // an own function, which may call it so
  await axios.post('/hooks', { header: { 'X-Signature': 'a' } }) // the body, which is data
  await axios.get(url, { headers: {}, header: 'x' } as any) // both are there
  await axios.get(url, { adapter: () => Promise.reject(), header: {} } as any) // an adapter may read it
  await ky.get(url, { authHeader: true } as any)
  return { authHeader: { a: 1 }, tableHeader: ['a'] } // names that merely end so
}

// Prose, labels and columns are no headers.
export const labels = { Authorisation: 'Authorisation', Authentication: 'Bearer token' }
export const columns = { headers: { Authorisation: 'Authorisation', Authentication: 'Authentication' } }
export type Form = { Authorisation: string; Authentication: string }
export const scheme = { securitySchemes: { Bearer: { type: 'http' }, Auth: { type: 'oauth2' } } }
