import axios from 'axios'

export class Session {
  private refreshToken: string | null = null

  async renewToken(): Promise<string> {
    const { data } = await axios.post('/api/auth/refresh', { refreshToken: this.refreshToken })
    this.refreshToken = data.refreshToken
    return data.accessToken
  }
}

export const session = new Session()
