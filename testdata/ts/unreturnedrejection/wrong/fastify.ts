import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify'

// A status alone sends nothing.
export function hook(request: FastifyRequest, reply: FastifyReply, done: () => void) {
  if (!request.headers.authorization) {
    reply.code(401) // want "error: `reply.code` refuses the request, then `done` lets it in"
  }
  done()
}

const app = Fastify()
app.addHook('onRequest', async (request, reply) => {
  if (!request.headers.authorization) {
    reply.code(401) // want "error: `reply.code` sets a status and sends nothing, so the handlers after this hook run: the request gets in"
    return { error: 'log in' }
  }
})
app.decorate('authenticate', async (request, res) => {
  try {
    await request.jwtVerify()
  } catch {
    res.code(401) // want "`res.code` sets a status and sends nothing"
  }
})

// On a route, in place or by name, alone or in a list.
app.get('/orders', {
  onRequest: async (request, reply) => {
    if (!request.headers.authorization) reply.code(401) // want "`reply.code` sets a status and sends nothing"
  },
}, async () => [])
async function check(request: FastifyRequest, reply: FastifyReply) {
  if (!request.headers.authorization) reply.code(401) // want "`reply.code` sets a status and sends nothing"
}
app.get('/users', { preHandler: [check] }, async () => [])

// By whatever name, and as a property.
app.addHook('onRequest', async (req, res) => {
  if (!req.headers.authorization) res.status(401) // want "`res.status` sets a status and sends nothing"
})
app.addHook('onRequest', async (request, reply) => {
  if (!request.headers.authorization) reply.statusCode = 401 // want "`reply.statusCode` sets a status and sends nothing"
})

// A handler runs on after it has sent.
app.delete('/orders/:id', async (request, reply) => {
  if (!request.user) reply.code(401).send({ error: 'log in' }) // want "`reply.code\\(401\\).send` refuses the request, but the function goes on with `removeOrder`"
  await removeOrder(request.params.id)
  return { ok: true }
})
