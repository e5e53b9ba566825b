import type { Context, Next } from 'koa'
import { NextResponse, type NextRequest } from 'next/server'
import { redirect } from 'next/navigation'
import { type ExecutionContext, UnauthorizedException } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'

export async function koa(ctx: Context, next: Next) {
  if (!ctx.session?.user) {
    ctx.status = 401
    return // ends here
  }
  if (!ctx.session.user.admin) ctx.throw(403) // throws
  await next()
}

export const hono = async (c: any, next: any) => {
  if (!c.req.header('Authorization')) {
    return c.json({ error: 'log in' }, 401) // returned
  }
  await next()
}

// Fastify runs no handler after a hook that has sent.
export async function hook(request: FastifyRequest, reply: FastifyReply) {
  if (!request.headers.authorization) {
    reply.status(401).send({ error: 'log in' })
  }
  await audit(request)
}

// Fastify sends what is set before.
export function both(request: FastifyRequest, reply: FastifyReply, done: () => void) {
  if (!request.headers.authorization) {
    reply.code(401)
    reply.send({ error: 'log in' }) // ends the request
  }
  done()
}

// A handler, whose return is the answer.
export async function handler(request: FastifyRequest, reply: FastifyReply) {
  if (!request.headers.authorization) {
    reply.code(401)
    return { error: 'log in' } // this is sent
  }
  return audit(request)
}

app.addHook('preHandler', async (request: FastifyRequest, reply: FastifyReply) => {
  if (!request.headers.authorization) {
    reply.code(401)
    throw new Error('log in') // the handler of errors answers
  }
})

// After the handler, or no hook at all: nothing runs behind it.
app.addHook('onSend', async (request: FastifyRequest, reply: FastifyReply) => {
  if (!request.headers.authorization) reply.code(401)
})
app.decorate('refuse', async (request: FastifyRequest, reply: FastifyReply) => {
  if (!request.headers.authorization) reply.code(401) // for whoever calls it to send
})

async function audit(request: FastifyRequest) {
  return request.id
}

// Next: returned, thrown, or made for later.
export function middleware(request: NextRequest) {
  const refusal = NextResponse.json({ error: 'log in' }, { status: 401 }) // made for later
  if (!request.cookies.get('token')) return refusal
  if (!request.cookies.get('role')) {
    redirect('/login') // next/navigation throws
  }
  return NextResponse.next()
}

// NestJS
export class Guard {
  canActivate(context: ExecutionContext) {
    const response = context.switchToHttp().getResponse()
    const request = context.switchToHttp().getRequest()
    if (!request.headers.authorization) throw new UnauthorizedException() // thrown
    if (!request.user) {
      response.status(401).json({ error: 'log in' })
      return false // refuses
    }
    if (request.user.late) {
      response.status(402) // nothing of the answer to a refusal
    }
    return true
  }
}

// An interceptor returns what is sent: nothing counts as true.
export class Interceptor {
  intercept(context: ExecutionContext, next: { handle(): unknown }) {
    const response = context.switchToHttp().getResponse()
    if (!response.locals.user) return response.status(401).json({ error: 'log in' })
    return next.handle()
  }
}

export const reasons = () => [new UnauthorizedException()] // made to be thrown

// A handler of Fastify that has sent: what it returns is not.
app.get('/orders', async (request: FastifyRequest, reply: FastifyReply) => {
  if (!request.headers.authorization) reply.code(401).send({ error: 'log in' }) // nothing is done behind it
  return { orders: [] }
})
app.get('/users', (request: FastifyRequest, reply: FastifyReply) => {
  if (!request.headers.authorization) reply.code(401).send({ error: 'log in' }) // nor here: a second answer is dropped
  reply.send({ users: [] })
})

// Koa: a status alone, which who calls it finishes.
export const refuse = (ctx: Context) => {
  ctx.status = 401 // no body yet
  ctx.log(ctx.path)
}

// What makes an answer is called for its result.
const refused = () => NextResponse.json({ error: 'log in' }, { status: 401 })
export const POST = async (request: NextRequest) => {
  if (!request.cookies.get('token')) return refused()
  return NextResponse.json({ ok: true })
}
