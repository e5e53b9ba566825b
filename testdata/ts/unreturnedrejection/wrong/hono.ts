import { createMiddleware } from 'hono/factory'

export const auth = createMiddleware(async (c, next) => {
  if (!c.req.header('Authorization')) {
    c.json({ error: 'log in' }, 401) // want "error: what `c.json` makes is not returned, so `next` lets the request in"
  }
  await next()
})
