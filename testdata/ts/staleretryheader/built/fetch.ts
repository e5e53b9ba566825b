const read = () => localStorage.getItem('token')
async function refreshToken(): Promise<string> {
  const answer = await fetch('/auth/refresh', { method: 'POST', credentials: 'include' })
  const { token } = await answer.json()
  localStorage.setItem('token', token)
  return token
}

// d: the options are made before the refresh and sent again.
export async function twice(url: string) {
  const options = { headers: { Authorization: `Bearer ${read()}` } }
  let answer = await fetch(url, options)
  if (answer.status === 401) {
    await refreshToken()
    answer = await fetch(url, options) // want "error: the request is sent again through `fetch` with the Authorization header that was refused: it was made before the refresh"
  }
  return answer
}

// The headers are.
export async function spread(url: string, init: RequestInit) {
  const headers = { Authorization: 'Bearer ' + localStorage.getItem('token') }
  const answer = await fetch(url, { ...init, headers })
  if (answer.status !== 401) return answer
  await refreshToken()
  return fetch(url, { ...init, headers }) // want "it was made before the refresh"
}

// The token is.
export async function constant(url: string) {
  const token = localStorage.getItem('token')
  const answer = await fetch(url, { headers: { Authorization: `Bearer ${token}` } })
  if (answer.status !== 401) return answer
  await refreshToken()
  return fetch(url, { headers: { Authorization: `Bearer ${token}` } }) // want "it was made before the refresh"
}

// c: the new token goes to another object than the one sent.
export async function aside(url: string) {
  const options = { headers: { Authorization: `Bearer ${read()}` } }
  const answer = await fetch(url, options)
  if (answer.status !== 401) return answer
  const token = await refreshToken()
  const fresh = { headers: { Authorization: `Bearer ${token}` } }
  console.log(fresh)
  return fetch(url, options) // want "it was made before the refresh"
}

// Good: the new token is put into the options.
export async function put(url: string) {
  const options = { headers: { Authorization: `Bearer ${read()}` } }
  const answer = await fetch(url, options)
  if (answer.status !== 401) return answer
  options.headers.Authorization = `Bearer ${await refreshToken()}`
  return fetch(url, options)
}
export async function putLater(url: string) {
  const options = { headers: { Authorization: `Bearer ${read()}` } }
  const answer = await fetch(url, options)
  if (answer.status !== 401) return answer
  const token = await refreshToken()
  options.headers.Authorization = `Bearer ${token}`
  return fetch(url, options)
}

// Good: the headers are made anew.
export async function anew(url: string) {
  const send = () => fetch(url, { headers: { Authorization: `Bearer ${read()}` } })
  const answer = await send()
  if (answer.status !== 401) return answer
  await refreshToken()
  return send()
}
export async function again(url: string) {
  const answer = await fetch(url, { headers: { Authorization: `Bearer ${read()}` } })
  if (answer.status !== 401) return answer
  await refreshToken()
  return fetch(url, { headers: { Authorization: `Bearer ${read()}` } })
}

// Good: a variable that has the new one.
export async function variable(url: string) {
  let token = read()
  const answer = await fetch(url, { headers: { Authorization: `Bearer ${token}` } })
  if (answer.status !== 401) return answer
  token = await refreshToken()
  return fetch(url, { headers: { Authorization: `Bearer ${token}` } })
}

// Good: a session of cookies.
export async function cookies(url: string) {
  const options: RequestInit = { credentials: 'include' }
  const answer = await fetch(url, options)
  if (answer.status !== 401) return answer
  await refreshToken()
  return fetch(url, options)
}

// Good: code that was not seen gets the options.
declare function sign(options: object): void
export async function signed(url: string) {
  const options = { headers: { Authorization: `Bearer ${read()}` } }
  const answer = await fetch(url, options)
  if (answer.status !== 401) return answer
  await refreshToken()
  sign(options)
  return fetch(url, options)
}
