import jwt from 'jsonwebtoken'
import { decodeJwt } from 'jose'

// The load balancer has verified the token, and drops headers of that name that clients send.
export function alb(req, res, next) {
  req.user = jwt.decode(req.headers['x-amzn-oidc-data'])
  next()
}

// So has the identity-aware proxy.
export async function iap(ctx, next) {
  const assertion = ctx.get('x-goog-iap-jwt-assertion')
  ctx.state.user = decodeJwt(assertion)
  await next()
}

export const access = async (c, next) => {
  c.set('user', decodeJwt(c.req.header('cf-access-jwt-assertion')))
  await next()
}
