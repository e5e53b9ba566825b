import axios from 'axios'

export let token = ''

export async function refreshToken() {
  const { data } = await axios.post('/auth/refresh')
  token = data.token
  return token
}
