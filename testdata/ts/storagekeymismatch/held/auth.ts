import axios from 'axios'
import { useLocalStorage } from 'usehooks-ts'

export async function login(user: object) {
  const { data } = await axios.post('/api/login', user)
  sessionStorage.setItem('token', data.token)
}
export const useToken = () => useLocalStorage('token', '') // writes it by itself
export const token = () => localStorage.getItem('token')
