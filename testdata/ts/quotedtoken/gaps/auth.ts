import axios from 'axios'
import { JwtModule } from '@auth0/angular-jwt'

export async function login(user: object) {
  const { data } = await axios.post('/api/login', user)
  localStorage.setItem('token', JSON.stringify(data.token))
}

export const module = JwtModule.forRoot({ config: { tokenGetter: () => localStorage.getItem('token') } }) // gap: what a library does with it was not seen

export function open(key: string) {
  return connect(localStorage.getItem('token')) // gap: nor what other code does
}
