import axios from 'axios'
import { put as keep } from './storage'

export async function login(user: object) {
  const { data } = await axios.post('/api/login', user)
  keep('accessToken', data.accessToken)
}
