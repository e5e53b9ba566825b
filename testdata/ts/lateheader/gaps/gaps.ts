export function options(token: string) {
  const init = { headers: { Accept: 'application/json' } as Record<string, string> }
  const p = fetch('/a', init)
  init.headers.Authorization = `Bearer ${token}` // gap: the headers have no name of their own
  return p
}

function add(headers: Headers, token: string) {
  headers.set('Authorization', `Bearer ${token}`) // gap: in another function than the request
}

export async function elsewhere(token: string) {
  const headers = new Headers()
  const response = await fetch('/a', { headers })
  add(headers, token)
  return response
}
