import { Hono } from 'hono'
import { Injectable } from '@nestjs/common'

const app = new Hono()
app.use(async (c, next) => {
  const token = c.req.header('Authorization').split(' ')[1] // want "throws a TypeError"
  if (!valid(token)) return c.text('no', 401)
  await next()
})

// Next: a header that is not there is null
export function middleware(req: Request) {
  const token = req.headers.get('authorization')!.replace('Bearer ', '') // want "throws a TypeError"
  return valid(token) ? undefined : new Response(null, { status: 401 })
}

@Injectable()
export class AuthGuard {
  canActivate(context: { switchToHttp(): { getRequest(): any } }) {
    const request = context.switchToHttp().getRequest()
    return valid(request.headers.authorization.split(' ')[1]) // want "throws a TypeError"
  }
}

declare function valid(token: string): boolean

// Fastify
app2.addHook('onRequest', async (request, reply) => {
  if (!valid(request.headers.authorization.split(' ')[1])) return reply.code(401).send() // want "throws a TypeError"
})
declare const app2: any

// e: another way to take any scheme
export function half(req, res, next) {
  if (!valid(req.headers.authorization?.slice(7))) return res.sendStatus(401) // want:strict "takes what follows any scheme for the token"
  next()
}

// What a framework wraps is the request too.
export const raw = async (c, next) => {
  const token = c.req.raw.headers.get('Authorization').split(' ')[1] // want "error: "
  if (!valid(token)) return c.text('no', 401)
  await next()
}
