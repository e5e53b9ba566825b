import { logOut } from './session'

// b. Of a fetch Response.
export async function orders() {
  const res = await fetch('/api/orders')
  if (res.status === '401') { // want "`res.status` is a number"
    logOut()
  }
  switch (res.status) {
    case '403': // want "'403'"
      return []
    case '404':
      return undefined
    default:
      return res.json()
  }
}

export function me() {
  return fetch('/api/me').then((res) => (res.status === '200' ? res.json() : undefined)) // want "'200'"
}

export const isRefused = (res: Response) => res.status === `401` // want "'401'"
