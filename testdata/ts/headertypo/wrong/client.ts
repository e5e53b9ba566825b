import axios from 'axios'
import { HttpClient, HttpHeaders } from '@angular/common/http'

const token = localStorage.getItem('token') ?? ''
const AUTH_HEADER = 'Authorisation'

export const api = axios.create({
  baseURL: '/api',
  header: { Accept: 'application/json' }, // want "error: `header` is no option of `axios.create`, which ignores it"
} as any)

export async function misspelt(url: string, headers: Headers, xhr: XMLHttpRequest) {
  await fetch(url, { headers: { Authorisation: `Bearer ${token}` } }) // want "error: `Authorisation` is not how the header is spelled"
  await fetch(url, { headers: { 'Authorizaton': `Bearer ${token}` } }) // want "`Authorizaton` is not how"
  await axios.get(url, { headers: { Autorization: token } }) // want "`Autorization` is not how"
  await axios.get(url, { headers: { [AUTH_HEADER]: 'Bearer ' + token } }) // want "`Authorisation` is not how"
  await axios.get(url, { headers: { authorzation: 'Bearer ' + token } }) // want "`authorzation` is not how"
  await axios.get(url, { headers: { Authorizations: 'Basic ' + token } }) // want "`Authorizations` is not how"
  headers.set('Authorisation', `Bearer ${token}`) // want "`Authorisation` is not how"
  xhr.setRequestHeader('Authorzation', token) // want "`Authorzation` is not how"
  await fetch(url, { headers: new Headers([['Authorisation', `Bearer ${token}`]]) }) // want "`Authorisation` is not how"
}

api.interceptors.request.use((config) => {
  config.headers.Authorisation = `Bearer ${token}` // want "`Authorisation` is not how"
  return config
})
axios.defaults.headers.common['Authorisation'] = `Bearer ${token}` // want "`Authorisation` is not how"

export async function otherNames(url: string, xhr: XMLHttpRequest, config: { headers: Record<string, string> }) {
  await fetch(url, { headers: { Authentication: `Bearer ${token}` } }) // want "the credentials are sent in `Authentication`, where no server looks for them"
  await fetch(url, { headers: { Auth: 'Bearer ' + token, Accept: 'application/json' } }) // want "the credentials are sent in `Auth`"
  await axios.get(url, { headers: { Bearer: token } }) // want "the credentials are sent in `Bearer`"
  await axios.get(url, { headers: { bearer: `Bearer ${token}` } }) // want "the credentials are sent in `bearer`"
  xhr.setRequestHeader('Authentication', 'Bearer ' + token) // want "the credentials are sent in `Authentication`"
  config.headers['Authentication'] = `Bearer ${token}` // want "the credentials are sent in `Authentication`"
}

export async function punctuated(url: string, headers: Headers) {
  await fetch(url, { headers: { 'Authorization:': `Bearer ${token}` } }) // want "`Authorization:` has a colon in it"
  headers.append('authorization:', `Bearer ${token}`) // want "`authorization:` has a colon in it"
}

const header = { Authorization: `Bearer ${token}` }

export async function options(url: string, http: HttpClient) {
  await axios.get(url, { header: { Authorization: `Bearer ${token}` } } as any) // want "error: `header` is no option of `axios.get`"
  await axios.post(url, {}, { Headers: { Authorization: `Bearer ${token}` } } as any) // want "`Headers` is no option of `axios.post`"
  await fetch(url, { method: 'POST', Headers: { Authorization: `Bearer ${token}` } } as any) // want "`Headers` is no option of `fetch`"
  await fetch(url, { header } as any) // want "`header` is no option of `fetch`"
  await axios({ url, header } as any) // want "`header` is no option of `axios`"
  return http.get(url, { header: new HttpHeaders({ Authorization: `Bearer ${token}` }) } as any) // want "`header` is no option of `http.get`"
}
