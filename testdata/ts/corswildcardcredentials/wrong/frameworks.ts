import type { Context, Next } from 'koa'
import { Hono } from 'hono'
import { NextResponse, type NextRequest } from 'next/server'
import type { FastifyReply, FastifyRequest } from 'fastify'

// e. By hand, as each framework writes a header.
export async function koa(ctx: Context, next: Next) {
  ctx.set('Access-Control-Allow-Origin', ctx.get('Origin')) // want "any origin is let in"
  ctx.set('Access-Control-Allow-Credentials', 'true')
  await next()
}

const hono = new Hono()
hono.use(async (c, next) => {
  c.header('Access-Control-Allow-Origin', '*') // want "browsers refuse"
  c.header('Access-Control-Allow-Credentials', 'true')
  await next()
})

export function middleware(request: NextRequest) {
  const response = NextResponse.next()
  response.headers.set('Access-Control-Allow-Origin', request.headers.get('origin') ?? '*') // want "any origin is let in"
  response.headers.set('Access-Control-Allow-Credentials', 'true')
  return response
}

export async function hook(request: FastifyRequest, reply: FastifyReply) {
  reply.header('Access-Control-Allow-Origin', request.headers.origin) // want "any origin is let in"
  reply.header('Access-Control-Allow-Credentials', 'true')
}

export function raw(req, res) {
  res.writeHead(200, { 'Access-Control-Allow-Origin': req.headers.origin, 'Access-Control-Allow-Credentials': 'true' }) // want "any origin is let in"
}
