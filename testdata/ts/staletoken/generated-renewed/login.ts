import { client } from '@/api/client.gen'
import { OpenAPI } from './generated'

export async function login(user: object) {
  const answer = await fetch('/login', { method: 'POST', body: JSON.stringify(user) })
  const { token } = await answer.json()
  localStorage.setItem('token', token)
  OpenAPI.TOKEN = token
  client.setConfig({ auth: token })
}
