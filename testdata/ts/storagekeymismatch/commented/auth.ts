import axios from 'axios'

export async function login(user: object) {
  const { data } = await axios.post('/api/login', user)
  // localStorage.setItem('token', data.token)
  localStorage.setItem('accessToken', data.token)
}

export const token = () => localStorage.getItem('token') // want "`token` is read from localStorage, but the token is written under `accessToken`"
