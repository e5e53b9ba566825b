import axios from 'axios'

export async function login(user: object) {
  const { data } = await axios.post('/api/login', user)
  localStorage.setItem('accessToken', data.token)
}
export const older = () => localStorage.getItem('token') // used, so it is another thing or an older one
export const clean = () => localStorage.removeItem('token')
