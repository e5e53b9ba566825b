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
