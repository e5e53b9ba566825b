import { jwtDecode } from 'jwt-decode'

export function expired(token: string) {
  const claims = jwtDecode<{ exp: number }>(token)
  return claims.exp < Date.now() // want "counts seconds"
}
