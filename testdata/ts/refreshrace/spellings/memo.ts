import { Memoize } from 'some-decorators'

// Good: a decorator sees to it.
class Session {
  @Memoize()
  async renewToken() {
    const answer = await fetch('/auth/refresh', { method: 'POST', body: JSON.stringify({ refreshToken: localStorage.getItem('refreshToken') }) })
    localStorage.setItem('refreshToken', (await answer.json()).refreshToken)
  }
}
const session = new Session()
export async function memoized(path: string) {
  const answer = await fetch(path)
  if (answer.status !== 401) return answer
  await session.renewToken()
  return fetch(path)
}
