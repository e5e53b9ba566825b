import axios from 'axios'

export async function login(user: object) {
  const { data } = await axios.post('/api/login', user)
  localStorage.setItem('accessToken', data.accessToken)
}

export function restore(backup: Record<string, string>) {
  for (const key of Object.keys(backup)) localStorage.setItem(key, backup[key])
}

export function token() {
  return localStorage.getItem('token') // restore may have written it
}
