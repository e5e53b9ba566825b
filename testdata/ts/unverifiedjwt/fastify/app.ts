import Fastify from 'fastify'
import { decodeJwt } from 'jose'

// The hook before has verified the token.
const app = Fastify()
app.addHook('onRequest', (request) => request.jwtVerify())
app.addHook('preHandler', (req, reply, next) => {
  req.user = decodeJwt(req.headers['x-token'])
  next()
})
