import axios from 'axios'
import { http } from './http'

export async function login(name: string, password: string) {
  const { data } = await http.post('/login', { name, password })
  localStorage.setItem('token', data.token)
  axios.defaults.headers.common['Authorization'] = 'Bearer ' + data.token // want "error: this default is set on `axios`"
}

export function signIn(token: string) {
  axios.defaults.headers.common = { // want:strict "advice: `axios.defaults.headers.common` is replaced"
    Authorization: `Bearer ${token}`, // want "error: this default is set on `axios`"
  }
}
