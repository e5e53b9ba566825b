import axios from 'axios'

declare const name: string

export async function login(user: object) {
  const { data } = await axios.post('/api/login', user)
  sessionStorage.setItem('token', data.token)
  localStorage.setItem(name, data.token) // may be the key that is read
}
export const token = () => localStorage.getItem('token')
