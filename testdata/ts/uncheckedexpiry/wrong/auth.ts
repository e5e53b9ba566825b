export async function login(body: string) {
  const data = await (await fetch('/login', { method: 'POST', body })).json()
  localStorage.setItem('token', data.access_token)
  localStorage.setItem('expires_in', data.expires_in) // want "warning: .expires_in. is stored and nothing reads it, and nothing handles a"
  sessionStorage.setItem('tokenExpiry', String(Date.now() + data.expires_in * 1000)) // want ".tokenExpiry. is stored"
  localStorage.setItem('cacheExpiry', String(Date.now() + 60000)) // of something else
}
export const logout = () => localStorage.removeItem('expires_in') // to take it away is not to look at it
