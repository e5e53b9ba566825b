import axios from 'axios'
import logger from './logger'

export async function login(user: object, token: string) {
  const res = await axios.post('/api/login', user, { headers: { Authorization: `Bearer ${token}` } })
  console.log(res.data) // gap: the whole answer; most of them are harmless
  console.log(res.config.headers) // gap: the headers as a whole, which another function wrote
  logger.info('token', token) // gap: a logger may redact
}
