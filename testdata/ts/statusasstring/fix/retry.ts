import { renew } from './session'

export async function orders() {
  const res = await fetch('/api/orders')
  if (res.status === '401' || res.status === "403") { // want "'401'" "'403'"
    await renew()
  }
  switch (res.status) {
    case '200': // want "'200'"
    case '201':
      return res.json()
    case 204:
      return []
  }
  return ['401', '403'].includes(res.status) // want "'401'"
}
