const base = 'https://api.example.com'

export async function request(path: string, init: RequestInit = {}) {
  const response = await fetch(`${base}${path}`, { ...init, credentials: 'include' }) // sends fetch ? https://api.example.com‹path› credentials
  if (!response.ok) throw new Error(response.statusText)
  return response.json()
}

export const authorized = (path: string) => {
  const headers: Record<string, string> = {}
  headers.Authorization = `Bearer ${localStorage.getItem('token')}` // header fetch
  return fetch(base + path, { headers }).then((r) => r.json()) // sends fetch GET https://api.example.com‹path› authorized
}

export class Api {
  constructor(private readonly base: string) {}

  private send(path: string, method: string) {
    return fetch(this.base + path, { method, credentials: 'include' }) // sends fetch ? ‹this.base + path› credentials
  }
  login() {
    return this.send('/login', 'POST') // sends fetch POST ‹this.base›/login credentials
  }
}
