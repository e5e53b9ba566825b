import axios from 'axios'

export async function refresh() {
  const { data } = await axios.post('/auth/refresh')
  localStorage.setItem('token', data.token)
  return data.token
}
