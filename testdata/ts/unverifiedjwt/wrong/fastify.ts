import Fastify from 'fastify'
import { decode } from 'hono/jwt'
import { decodeJwt } from 'jose'

// a. Hooks of Fastify take no next.
const app = Fastify()
app.addHook('onRequest', async (request) => {
  request.user = await request.jwtDecode() // want "`request.jwtDecode` does not verify the token, yet `request.user`"
})
app.addHook('preHandler', async (request) => {
  request.user = decodeJwt(request.headers['x-token']) // want "yet `request.user` takes its claims"
})
app.decorate('authenticate', async (request) => {
  request.user = app.jwt.decode(request.headers['x-token']) // want "`app.jwt.decode` does not verify"
})

// hono/jwt decodes as well.
export const hono = async (c, next) => {
  const { payload } = decode(c.req.header('x-token')) // want "`decode` does not verify the token, yet `c.set`"
  c.set('user', payload)
  await next()
}
