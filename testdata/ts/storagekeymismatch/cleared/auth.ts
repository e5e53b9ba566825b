import axios from 'axios'

export async function login(user: object) {
  const { data } = await axios.post('/api/login', user)
  localStorage.setItem('accessToken', data.accessToken)
}

export function logout() {
  localStorage.removeItem('token') // want "`token` is removed, but the token is written under `accessToken`, which stays in localStorage"
}
