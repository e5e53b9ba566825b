import axios from 'axios'

export async function appended(token: string) {
  const headers = new Headers()
  const p = fetch('/a', { headers })
  headers.set('Authorization', `Bearer ${token}`) // want "error: `headers.set` comes after the request, which has read its headers and left without it"
  return p
}

export async function assigned(token: string) {
  const headers: Record<string, string> = { Accept: 'application/json' }
  const { data } = await axios.get('/a', { headers })
  headers.Authorization = `Bearer ${token}` // want "`headers.Authorization` comes after the request"
  return data
}

export async function named(token: string) {
  const headers = { Accept: 'application/json' } as Record<string, string>
  const p = fetch('/a', { headers })
  headers['Authorization'] = `Bearer ${token}` // want "`headers\\['Authorization'\\]` comes after the request"
  return p
}
