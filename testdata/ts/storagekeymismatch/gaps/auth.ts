import axios from 'axios'

export async function login(user: object) {
  const { data } = await axios.post('/api/login', user)
  localStorage.setItem('accessToken', data.accessToken)
  localStorage.setItem('session', data.session)
}

export function token() {
  return localStorage.get('accessToken') // gap: a method that web storage does not have is a fact that no rule judges yet
}

export function other() {
  return localStorage.getItem('sesion') // gap: a slip in a key that is no name of a token
}
