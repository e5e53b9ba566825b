import axios from 'axios'

export async function login(user: object) {
  const { data } = await axios.post('/api/login', user)
  sessionStorage.setItem('accessToken', data.token)
}
export const token = () => localStorage.getItem('access_token') // another key of another store: two things differ
