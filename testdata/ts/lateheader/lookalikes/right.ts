import axios from 'axios'
import { prepare } from './prepare'

export const api = axios.create({ baseURL: '/api' })
export const both = axios.create({ baseURL: '/both' })

api.interceptors.request.use((config) => {
  config.headers.Authorization = `Bearer ${localStorage.getItem('token')}` // on the configuration
  return config
})

both.interceptors.request.use((config) => {
  both.defaults.headers.common.Authorization = `Bearer ${localStorage.getItem('token')}` // for those to come
  config.headers.Authorization = both.defaults.headers.common.Authorization // and for this one
  return config
})

both.interceptors.response.use((response) => {
  both.defaults.headers.common.Authorization = `Bearer ${response.data.token}` // for the requests to come
  return response
})

export async function login(token: string) {
  api.defaults.headers.common.Authorization = `Bearer ${token}` // for the requests to come
}

export function right(token: string, again: boolean) {
  const xhr = new XMLHttpRequest()
  xhr.withCredentials = true // browsers accept it before open
  xhr.open('GET', '/a')
  xhr.setRequestHeader('Authorization', token)
  xhr.onload = () => console.info(xhr.status)
  xhr.send()
  xhr.open('GET', '/b') // used anew
  xhr.setRequestHeader('Authorization', token)
  xhr.send()
}

export function branches(token: string, again: boolean) {
  const xhr = new XMLHttpRequest()
  if (again) xhr.open('POST', '/a')
  else xhr.open('GET', '/a')
  xhr.setRequestHeader('Authorization', token) // opened on every branch
  xhr.send()
}

export function elsewhere(token: string) {
  const xhr = new XMLHttpRequest()
  prepare(xhr) // may open it
  xhr.setRequestHeader('Authorization', token)
  xhr.send()
}

export function reused(token: string) {
  const xhr = new XMLHttpRequest()
  xhr.open('GET', '/a')
  xhr.send()
  prepare(xhr) // may open it anew
  xhr.setRequestHeader('Authorization', token)
  xhr.send()
}

export function second(token: string) {
  let xhr = new XMLHttpRequest()
  xhr.open('GET', '/a')
  xhr.send()
  xhr = prepare(null)
  xhr.setRequestHeader('Authorization', token) // another object
  xhr.send()
}

export function backup(token: string) {
  const xhr = new XMLHttpRequest()
  xhr.open('GET', '/a')
  xhr.setRequestHeader('Authorization', token)
  xhr.onerror = () => xhr.open('GET', '/b') // when the first has failed
  xhr.send()
}

export function split(token: string, open: boolean) {
  const xhr = new XMLHttpRequest()
  xhr.open('GET', '/a')
  if (open) xhr.send()
  xhr.setRequestHeader('Authorization', token) // sent on the other branch alone
  xhr.send()
}

export function helpers(token: string) {
  const xhr = new XMLHttpRequest()
  const authorize = () => xhr.setRequestHeader('Authorization', token) // called when it is open
  xhr.open('GET', '/a')
  authorize()
  xhr.send()
}

export function hoisted() {
  const xhr = new XMLHttpRequest()
  xhr.open('GET', '/a')
  cookies()
  xhr.send()
  function cookies() {
    xhr.withCredentials = true // called before it is sent
  }
}

export function remembered() {
  const xhr = new XMLHttpRequest()
  let cookies = false
  xhr.open('GET', '/a')
  xhr.send()
  cookies = xhr.withCredentials // only read
  return cookies
}
