import axios from 'axios'

export async function login(user: object) {
  const { data } = await axios.post('/api/login', user)
  localStorage.setItem('token', data.token)
  axios.defaults.headers.common.Authorization = `Bearer ${data.token}`
}

export function logout() {
  localStorage.removeItem('token') // the page that is loaded has an empty memory
  window.location.href = '/login'
}
