import axios from 'axios'

// Good: written apart, to different stores: they may be of different sessions.
export async function login(user: object) {
  const { data } = await axios.post('/api/login', user)
  localStorage.setItem('accessToken', data.accessToken)
}
export const remember = (token: string) => sessionStorage.setItem('refreshToken', token)
export const logout = () => localStorage.removeItem('accessToken')
