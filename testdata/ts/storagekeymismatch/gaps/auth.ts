import axios from 'axios'

export async function login(user: object) {
  const { data } = await axios.post('/api/login', user)
  localStorage.setItem('accessToken', data.accessToken)
  localStorage.setItem('session', data.session)
}

export function other() {
  return localStorage.getItem('sesion') // gap: a slip in a key that is no name of a token
}

export function slip() {
  return document.cookie.match(/acess_token=([^;]+)/)?.[1] // gap: a cookie of the server whose name is misspelt: servers of other languages set them
}
