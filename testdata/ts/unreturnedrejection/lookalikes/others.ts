import type { Context, Next } from 'koa'
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

async function audit(request: FastifyRequest) {
  return request.id
}
