import { session } from './session'
import { logout } from './logout'

// A wrapper of fetch: every request of the application goes through it.
export async function request(path: string, init: RequestInit = {}): Promise<Response> {
  let answer = await fetch(`/api${path}`, init)
  if (answer.status === 401) {
    const token = await session.renewToken() // want "warning: requests that are refused at the same time each call `session.renewToken`; each refresh replaces the refresh token"
    answer = await fetch(`/api${path}`, { ...init, headers: { Authorization: `Bearer ${token}` } })
  }
  return answer
}

export class Http {
  async send(path: string): Promise<Response> {
    const answer = await this.fetch(path)
    if (answer.status !== 401) return answer
    const renewed = await this.refresh() // want "warning: .* each call `this.refresh`; one that fails ends the session"
    if (!renewed) {
      logout()
      return answer
    }
    return this.fetch(path)
  }

  private fetch(path: string) {
    return fetch(`/api${path}`, { credentials: 'include' })
  }

  private async refresh(): Promise<boolean> {
    const answer = await fetch('/api/auth/refresh', { method: 'POST', credentials: 'include' })
    return answer.ok
  }
}

// One request of one page: nothing else is refused at the same time.
export async function profile() {
  const answer = await fetch('/api/me')
  if (answer.status === 401) await session.renewToken()
  return answer
}
