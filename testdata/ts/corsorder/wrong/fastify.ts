import cors from '@fastify/cors'
import Fastify, { type FastifyInstance } from 'fastify'

// a: a hook of the first stage, before the plugin
const app = Fastify()
app.addHook('onRequest', async (request, reply) => {
  if (!request.headers.authorization) return reply.code(401).send({ error: 'log in' })
})
app.register(cors, { origin: 'https://app.example.com' }) // want "error: `app\\.register\\(cors\\)` runs after `async \\(request, reply\\)"
app.get('/orders', async () => [])

// a: in a plugin
export async function api(instance: FastifyInstance) {
  instance.addHook('onRequest', async (request, reply) => {
    if (!request.headers.authorization) throw new UnauthorizedError()
  })
  await instance.register(cors, { origin: true }) // want "runs after"
}
declare class UnauthorizedError extends Error {}
