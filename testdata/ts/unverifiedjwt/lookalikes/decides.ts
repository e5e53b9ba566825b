import { type CanActivate, type ExecutionContext } from '@nestjs/common'
import { decodeJwt } from 'jose'
import jwt from 'jsonwebtoken'
import { jwtDecode } from 'jwt-decode'

// The time of a token says nothing of who sent it, nor does that there is one.
export function fresh(req, res, next) {
  const claims = jwt.decode(req.cookies.token) as { exp: number }
  if (!claims) return res.sendStatus(401) // whether there is one
  if (claims.exp * 1000 < Date.now()) return res.sendStatus(401) // an answer before the API says so
  next()
}

// Another token than one that the request brought.
export class ServiceGuard implements CanActivate {
  constructor(private readonly token: string) {}
  canActivate(context: ExecutionContext) {
    const claims = decodeJwt(this.token) // the service's own
    return claims.aud === 'orders'
  }
}

// What is handed on is for others to verify.
export async function forwards(req, res) {
  const token = req.get('x-token')
  const claims = jwtDecode<{ role: string }>(token)
  if (claims.role !== 'admin') return res.sendStatus(403) // the API that is asked verifies
  res.json(await orders(token))
}

// For the page alone, or no refusal.
export function shows(req, res) {
  const claims = jwtDecode<{ role: string; name: string }>(req.cookies.token)
  if (claims.role === 'admin') res.locals.menu = 'all' // what is shown
  res.render('home', { name: claims.name })
}

// No function of a server.
export function route(request, role: string) {
  const claims = jwtDecode<{ role: string }>(request.cookies.token)
  if (claims.role !== role) throw new Error('forbidden') // a page's own router
  return true
}

declare function orders(token: string): Promise<unknown>
