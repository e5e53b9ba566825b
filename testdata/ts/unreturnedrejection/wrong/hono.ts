import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'

export const auth = createMiddleware(async (c, next) => {
  if (!c.req.header('Authorization')) {
    c.json({ error: 'log in' }, 401) // want "error: what `c.json` makes is not returned, so `next` lets the request in"
  }
  await next()
})

export const others = createMiddleware(async (c, next) => {
  if (!c.get('user')) c.text('no', 401) // want "what `c.text` makes is not returned, so `next`"
  if (!c.get('user').paid) c.redirect('/login') // want "what `c.redirect` makes is not returned, so `next`"
  if (!c.get('user').admin) c.body(null, { status: 403 }) // want "what `c.body` makes is not returned, so `next`"
  if (!c.get('user').active) {
    c.status(403) // want "`c.status` refuses the request, then `next` lets it in"
  }
  if (!c.get('user').known) new HTTPException(401) // want "error: the error of `new HTTPException` is not thrown, so `next` lets the request in"
  return next()
})

export const made = createMiddleware(async (c, next) => {
  if (!c.get('user')) c.newResponse('log in', 401) // want "what `c.newResponse` makes is not returned, so `next`"
  await next()
})

// A handler that does its work all the same.
export const remove = async (c) => {
  if (!c.get('user')) c.json({ error: 'log in' }, 401) // want "what `c.json` makes is not returned, so the function goes on with `c.json`"
  await removeOrder(c.req.param('id'))
  return c.json({ ok: true })
}
