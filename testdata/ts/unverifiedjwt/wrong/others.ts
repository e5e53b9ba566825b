import { decodeJwt } from 'jose'
import jwt from 'jwt-simple'

// Koa and hono.
export async function koa(ctx, next) {
  ctx.state.user = decodeJwt(ctx.cookies.get('token')) // want "yet `ctx.state.user`"
  await next()
}

export const hono = async (c, next) => {
  const claims = decodeJwt(c.req.header('x-token')) // want "yet `c.set`"
  c.set('user', { id: claims.sub, admin: claims.admin })
  await next()
}

export function typed(req: Request, res, next) {
  const token = req.headers['x-token']
  if (token === undefined) return res.status(401).end()
  console.log(token)
  const claims = decodeJwt(token) // want "yet `\\(req as any\\).user`"
  ;(req as any).user = claims
  next()
}

// b. jwt-simple: the third parameter is noVerify.
export function simple(token: string) {
  return jwt.decode(token, process.env.KEY, 'HS256') // want "this argument of `jwt.decode` switches verification off"
}

// It says so itself.
export function said(req, res, next) {
  req.user = jwt.decode(req.cookies.token, '', true) // want "does not verify"
  next()
}
