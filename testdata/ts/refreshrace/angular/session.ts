export async function renew() {
  const answer = await fetch('/api/auth/refresh', { method: 'POST', body: JSON.stringify({ refreshToken: localStorage.getItem('refreshToken') }) })
  localStorage.setItem('refreshToken', (await answer.json()).refreshToken)
}
