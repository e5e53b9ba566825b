import { jwtDecode } from 'jwt-decode'

export function expired(token: string) {
  const claims = jwtDecode<{ exp: number }>(token)
  return claims.exp < Date.now() // want "counts seconds"
}

export function spelled(token: string) {
  const { exp } = jwtDecode<{ exp: number }>(token)
  return [
    exp < Date.now(), // want "counts seconds"
    jwtDecode(token).exp! < Date.now(), // want "counts seconds"
    Number(exp) < Date.now(), // want "counts seconds"
    exp - 30 < Date.now(), // want "counts seconds"
    setTimeout(() => undefined, exp as number), // want "counts seconds"
  ]
}
