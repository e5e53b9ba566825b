import axios from 'axios'

export async function login(user: object) {
  const { data } = await axios.post('/api/login', user)
  localStorage.set('token', data.token) // want "warning: localStorage has no method `set`, so this call throws a TypeError"
}

export const token = () => localStorage.get('token') // want "localStorage has no method `get`"
export const gone = () => window.sessionStorage.remove('token') // want "sessionStorage has no method `remove`"

// A storage of the project's own has the methods that it has.
export function own(localStorage: Map<string, string>) {
  return localStorage.get('token')
}
