import axios from 'axios'
import store from 'app-store'
import { io } from 'socket.io-client'

export const a = () => {
  const token = localStorage.getItem('token')
  return fetch(`/me?access_token=${token}`) // want "warning: `access_token` is sent in the URL"
}
export const b = () => axios.get('/me', { params: { access_token: sessionStorage.getItem('accessToken') } }) // want "`access_token` is sent in the URL"
export const c = () => axios.get('/me', { params: { authToken: store.getState().auth.token } }) // want "`authToken` is sent in the URL"
export const d = () => {
  const url = new URL('https://x.example/me')
  url.searchParams.set('access_token', localStorage.getItem('token')!) // want "`access_token` is sent in the URL"
  return fetch(url)
}
export const e = () => io('/', { query: { token: localStorage.getItem('token') } }) // want "`token` is sent in the URL"
