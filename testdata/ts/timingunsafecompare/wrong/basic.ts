import auth from 'basic-auth'
import type { FastifyReply, FastifyRequest } from 'fastify'

// d: Basic, by a library and by hand
export function basic(req, res, next) {
  const user = auth(req)
  if (!user || user.name !== process.env.ADMIN_USER || user.pass !== process.env.ADMIN_PASSWORD) return res.sendStatus(401) // want "`!==` compares `user\\.pass` with the secret"
  next()
}

export function byHand(req, res, next) {
  const [, encoded = ''] = (req.headers.authorization ?? '').split(' ')
  const [user, password] = Buffer.from(encoded, 'base64').toString().split(':')
  if (user !== process.env.ADMIN_USER || password !== process.env.ADMIN_PASSWORD) return res.sendStatus(401) // want "compares `password` with the secret"
  next()
}

// a: Fastify
export async function hook(request: FastifyRequest, reply: FastifyReply) {
  if (request.headers['x-api-key'] !== process.env.API_KEY) return reply.code(401).send() // want "compares `request\\.headers\\['x-api-key'\\]` with the secret"
}

// b: another way to compare texts
export function ordered(req, res, next) {
  if (req.get('X-Api-Key').localeCompare(process.env.API_KEY) !== 0) return res.sendStatus(401) // want "`localeCompare` compares"
  next()
}
