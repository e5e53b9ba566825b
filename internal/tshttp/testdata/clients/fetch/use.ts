import nodeFetch from 'node-fetch'
import { fetch as undici } from 'undici'
import { fetch as native } from 'expo/fetch'
import crossFetch from 'cross-fetch'
import { request, authorized, Api } from './wrap'
import { fetch as own } from './own'

declare const token: string

fetch('https://api.example.com/me', { credentials: 'include' }) // sends fetch GET https://api.example.com/me credentials
window.fetch('/login', { method: 'POST', headers: { Authorization: 'Bearer ' + token } }) // sends fetch POST /login authorized | header fetch
globalThis.fetch(new Request('/login', { method: 'PUT' })) // sends fetch PUT /login
nodeFetch('https://api.example.com/me') // sends fetch GET https://api.example.com/me
undici('https://api.example.com/me') // sends fetch GET https://api.example.com/me
native('https://api.example.com/me') // sends fetch GET https://api.example.com/me
crossFetch('https://api.example.com/me') // sends fetch GET https://api.example.com/me
const bound = window.fetch.bind(window)
bound('/bound') // sends fetch GET /bound
const headers = new Headers({ Accept: 'application/json' })
headers.set('Authorization', `Bearer ${token}`) // header fetch
fetch('/headers', { headers }) // sends fetch GET /headers authorized

request('/login', { method: 'POST' }) // sends fetch POST https://api.example.com/login credentials
authorized('/login') // sends fetch GET https://api.example.com/login authorized
new Api('https://class.example.com').login() // sends fetch POST https://class.example.com/login credentials
own('/login') // silent: an own function of that name

export async function load({ fetch }: { fetch(url: string): Promise<Response> }) {
  return fetch('/login') // silent: what is handed in may be anything
}
export function refetch(fetch = own) {
  fetch('/login')
}
