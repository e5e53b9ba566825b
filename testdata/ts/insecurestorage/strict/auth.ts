import axios from 'axios'
import { useLocalStorage } from 'usehooks-ts'

export async function login(user: object) {
  const { data } = await axios.post('/api/login', user)
  localStorage.setItem('token', data.token) // want:strict "warning: `token` lies in localStorage, where every script of the page reads it"
  localStorage.setItem('a', data.accessToken) // want:strict "`data.accessToken` lies in localStorage"
  sessionStorage.refreshToken = data.refreshToken // want:strict "`refreshToken` lies in sessionStorage"
  localStorage.setItem('theme', data.theme) // no credential
  localStorage.setItem('csrfToken', data.csrfToken) // protects nothing by being secret from the page
}

export async function renew() {
  const { data } = await axios.post('/api/refresh')
  localStorage.setItem('token', data.token) // the same token as above, said once
}

export function logout() {
  localStorage.setItem('token', '') // emptied
}

export const useToken = () => useLocalStorage('jwt', '') // want:strict "`jwt` lies in localStorage"

export function known(tokenData: { userId: string; token: string }, encryptedToken: string) {
  localStorage.setItem('user', tokenData.userId) // not the token
  localStorage.setItem('token_issuer', tokenData.userId) // says who made it
  localStorage.setItem('encrypted_token', encryptedToken) // was encrypted before
  localStorage.setItem('seen', hash(tokenData.token)) // computed from it
}

export function marks(prices: object, format: string) {
  sessionStorage.setItem('jwt_seen', 'yes') // a text of the source is no token
  localStorage.setItem('token_pricing', JSON.stringify(prices)) // what tokens of another trade cost
  localStorage.setItem('token_version', format) // the version of a format
}
