import type { Context, Next } from 'koa'

export async function auth(ctx: Context, next: Next) {
  if (!ctx.session?.user) {
    ctx.status = 401 // want "error: `ctx.status` refuses the request, then `next` lets it in"
    ctx.body = { error: 'log in' }
  }
  await next()
}

export async function byResponse(ctx: Context, next: Next) {
  if (!ctx.state.user) {
    ctx.response.status = httpCodes.UNAUTHORIZED // want "`ctx.response.status` refuses the request, then `next`"
  }
  return next()
}

export async function away(ctx: Context, next: Next) {
  if (!ctx.isAuthenticated()) ctx.redirect('/login') // want "`ctx.redirect` refuses the request, then `next`"
  await next()
}

export async function raw(ctx: Context, next: Next) {
  if (!ctx.state.user) ctx.res.statusCode = 401 // want "`ctx.res.statusCode` refuses the request, then `next`"
  await next()
}

// A handler that does its work all the same.
export async function remove(ctx: Context) {
  if (!ctx.state.user) {
    ctx.status = 401 // want "`ctx.status` refuses the request, but the function goes on with `removeOrder`"
    ctx.body = { error: 'log in' }
  }
  await removeOrder(ctx.params.id)
  ctx.body = { ok: true }
}
