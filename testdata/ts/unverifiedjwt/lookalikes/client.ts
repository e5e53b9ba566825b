import { jwtDecode } from 'jwt-decode'
import jwt from 'jsonwebtoken'

// In the browser, for display and for expiry: the token is the user's own.
export const nameOf = (token: string) => jwtDecode<{ name: string }>(token).name
export const expired = (token: string) => jwtDecode(token).exp! * 1000 < Date.now()

export function useUser(state: { user?: unknown }, token: string) {
  state.user = jwtDecode(token) // no request of a server
}

// A router's guard has a next too, but no request that came in.
export function guard(to, from, next) {
  to.meta.user = jwtDecode(localStorage.getItem('token')!)
  next()
}

// For routing and for the log: nobody is let in by them.
export function tenant(req, res, next) {
  const claims = jwt.decode(req.get('x-token')) as { tenant: string }
  req.tenant = claims.tenant
  next()
}

// A token that was just fetched from the issuer, in a handler at the end.
export async function callback(req, res) {
  const { id_token } = await exchange(req.query.code)
  req.session.user = jwt.decode(id_token)
  res.redirect('/')
}

// The token is compared with the one that was given to the user, or looked up.
export async function stored(req, res, next) {
  const token = req.get('x-token')
  const claims = jwt.decode(token) as { sub: string }
  if ((await tokenOf(claims.sub)) !== token) return res.sendStatus(401)
  req.user = claims
  next()
}

export async function found(req, res, next) {
  const token = req.get('x-token')
  if (!(await sessions.has({ token }))) return res.sendStatus(401)
  req.user = jwt.decode(token)
  next()
}

declare const sessions: { has(s: { token: string }): Promise<boolean> }

// On developers' machines alone.
if (process.env.NODE_ENV === 'development') {
  app.use((req, res, next) => {
    req.user = jwt.decode(req.get('x-token'))
    next()
  })
}

declare function tokenOf(user: string): Promise<string>
declare const app: { use(h: unknown): void }

// What a method makes of the claims is unknown.
export function looksUp(req, res, next) {
  const claims = jwt.decode(req.get('x-token')) as Map<string, string>
  req.user = claims.get('sub')
  next()
}

declare function exchange(code: string): Promise<{ id_token: string }>

// A proxy in front has logged them in, and says so.
export function behindProxy(req, res, next) {
  const claims = jwt.decode(req.headers['x-goog-iap-jwt-assertion']) // the proxy put it there: strict at most
  req.user = claims
  next()
}
