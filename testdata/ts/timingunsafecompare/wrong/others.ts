import basicAuth from 'express-basic-auth'
import { Hono } from 'hono'
import { headers } from 'next/headers'
import { Injectable } from '@nestjs/common'

const app = new Hono()
app.use(async (c, next) => {
  if (c.req.header('Authorization') !== c.env.API_SECRET) return c.json({ error: 'no' }, 401) // want "with the secret `c\\.env\\.API_SECRET`"
  await next()
})

// Next: a route handler
export async function GET(request: Request) {
  const secret = new URL(request.url).searchParams.get('secret')
  if (secret !== process.env.REVALIDATE_SECRET) return new Response('no', { status: 401 }) // want "compares `secret` with the secret"
  const auth = (await headers()).get('authorization')
  if (auth !== `Bearer ${process.env.CRON_SECRET}`) return new Response('no', { status: 401 }) // want "compares `auth` with the secret"
  return Response.json({})
}

@Injectable()
export class KeyGuard {
  constructor(private readonly configService: ConfigService) {}
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest()
    return request.headers['x-api-key'] === this.configService.get('API_KEY') // want "with the secret `this\\.configService\\.get\\('API_KEY'\\)`"
  }
}

// Koa
export async function guard(ctx: Context, next: () => Promise<void>) {
  if (ctx.request.headers['x-api-key'] !== process.env.API_KEY) ctx.throw(401) // want "with the secret"
  await next()
}

declare class ConfigService { get(key: string): string }
declare interface ExecutionContext { switchToHttp(): { getRequest(): any } }
declare interface Context { request: { headers: Record<string, string> }; throw(status: number): never }

const APP_SECRET = process.env.APP_SECRET

// Socket.IO: what the handshake brought.
export function onConnection(socket: any, next: (err?: Error) => void) {
  if (socket.handshake.headers['x-app-secret'] !== APP_SECRET) return next(new Error('no')) // want "with the secret `APP_SECRET`"
  if (socket.handshake.auth.key !== process.env.SOCKET_API_KEY) return next(new Error('no')) // want "with the secret `process\\.env\\.SOCKET_API_KEY`"
  if (socket.handshake.address !== APP_SECRET) return next() // an address, not something that a client chose
  next()
}

// What NestJS takes out of the request, and what libraries hand to a function.
export class Hooks {
  receive(@Headers('x-api-key') key: string) {
    if (key !== process.env.API_KEY) throw new UnauthorizedException() // want "`!==` compares `key` with the secret `process.env.API_KEY`"
  }
  ping(@Query('token') token: string, @Ip() ip: string) {
    return token === process.env.HOOK_TOKEN // want "`===` compares `token` with the secret `process.env.HOOK_TOKEN`"
  }
}

passport.use(new BearerStrategy((token, done) => done(null, token === process.env.API_TOKEN))) // want "`===` compares `token` with the secret `process.env.API_TOKEN`"

export class KeyStrategy extends PassportStrategy(Strategy) {
  validate(token: string) {
    return token === process.env.API_TOKEN // want "`===` compares `token` with the secret `process.env.API_TOKEN`"
  }
}

app.use(basicAuth({ authorizer: (user, password) => password === process.env.ADMIN_PASSWORD })) // want "`===` compares `password` with the secret `process.env.ADMIN_PASSWORD`"

fastify.addHook('onRequest', async (request) => {
  if (request.raw.headers['x-api-key'] !== process.env.API_KEY) throw new Error('no') // want "`!==` compares"
})
