import { other } from './client'

export class AuthService {
  async refresh() {
    const { data } = await other.post('/auth/refresh', { refreshToken: localStorage.getItem('refreshToken') })
    localStorage.setItem('token', data.token)
  }
}
