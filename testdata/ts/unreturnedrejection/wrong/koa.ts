import type { Context, Next } from 'koa'

export async function auth(ctx: Context, next: Next) {
  if (!ctx.session?.user) {
    ctx.status = 401 // want "error: `ctx.status` refuses the request, then `next` lets it in"
    ctx.body = { error: 'log in' }
  }
  await next()
}
