import axios from 'axios'
import { Storage } from './storage'

const storage = new Storage()

export async function login(user: object) {
  const { data } = await axios.post('/api/login', user)
  storage.set('token', data.token)
  storage.set('theme', data.theme) // no credential
}
