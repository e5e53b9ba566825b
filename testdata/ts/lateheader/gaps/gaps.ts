export async function gaps(token: string) {
  const headers = new Headers()
  const p = fetch('/a', { headers })
  headers.set('Authorization', `Bearer ${token}`) // gap: fetch has read the headers already
  return p
}
