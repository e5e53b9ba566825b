import cors from '@fastify/cors'
import Fastify from 'fastify'

const guard = async (request, reply) => {
  if (!request.headers.authorization) return reply.code(401).send({ error: 'log in' })
}

// the right order
const app = Fastify()
app.register(cors, { origin: 'https://app.example.com' })
app.addHook('onRequest', guard)

// a later stage: CORS comes first wherever it is registered
const later = Fastify()
later.addHook('preHandler', guard)
later.register(cors, { origin: 'https://app.example.com' })

// behind the routes: they get every hook of their instance
const routes = Fastify()
routes.get('/orders', { onRequest: guard }, async () => [])
routes.register(cors, { origin: 'https://app.example.com' })

// in an instance of its own
const apart = Fastify()
apart.register(async (instance) => {
  instance.addHook('onRequest', guard)
})
apart.register(cors, { origin: 'https://app.example.com' })

// preflights pass
const passing = Fastify()
passing.addHook('onRequest', async (request, reply) => {
  if (request.method === 'OPTIONS') return
  if (!request.headers.authorization) return reply.code(401).send({ error: 'log in' })
})
passing.register(cors, { origin: 'https://app.example.com' })
