// The proofs of servers: the examples' own express applications, asked as a
// browser asks them.
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { test } from 'node:test'
import { prove } from './harness.mjs'

// ask sends a request to an application and returns the answer's headers.
// node:http, since fetch may not set Origin.
async function ask(app, { method = 'GET', path = '/', headers = {} }) {
  const { request } = await import('node:http')
  const server = createServer(app)
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready))
  try {
    return await new Promise((done, failed) => {
      const req = request({ port: server.address().port, host: '127.0.0.1', method, path, headers }, (res) => {
        res.resume().on('end', () => done({ status: res.statusCode, headers: res.headers }))
      })
      req.on('error', failed).end()
    })
  } finally {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  }
}

const options = () => ({ append: 'export { app }' })

await prove('cors-wildcard-credentials', {
  options,
  check: async ({ module, bad }) => {
    const { headers } = await ask(module.app, { headers: { Origin: 'https://evil.example.net' } })
    assert.equal(headers['access-control-allow-credentials'], 'true')
    assert.equal(headers['access-control-allow-origin'], bad ? 'https://evil.example.net' : undefined)
  },
})

await prove('cors-missing-authorization', {
  options,
  check: async ({ module, bad }) => {
    const { headers } = await ask(module.app, {
      method: 'OPTIONS', path: '/orders',
      headers: { Origin: 'https://app.example.com', 'Access-Control-Request-Method': 'GET', 'Access-Control-Request-Headers': 'authorization' },
    })
    assert.equal(/authorization/i.test(headers['access-control-allow-headers']), !bad)
  },
})

await prove('cookie-flags', {
  options,
  check: async ({ module, bad }) => {
    globalThis.issueToken = () => 'abc'
    const { headers } = await ask(module.app, { method: 'POST', path: '/login' })
    assert.equal(/; HttpOnly/i.test(headers['set-cookie'][0]), !bad)
  },
})

await prove('unverified-jwt', {
  options,
  check: async ({ module, bad }) => {
    process.env.JWT_KEY = 'the key of the server'
    const as = (token) => ask(module.app, { headers: { 'X-Access-Token': token } })
    const { default: jwt } = await import('jsonwebtoken')
    assert.equal((await as(jwt.sign({ sub: 'admin' }, 'a key of my own'))).status, bad ? 200 : 401)
    assert.equal((await as(jwt.sign({ sub: 'me' }, process.env.JWT_KEY))).status, 200)
    assert.equal((await as('')).status, 401)
  },
})

await prove('unreturned-rejection', {
  check: async ({ module, bad }) => {
    const { default: express } = await import('express')
    let served = false
    const app = express()
    app.use(module.requireLogin)
    app.get('/', (req, res) => {
      served = true
      if (!res.headersSent) res.json({})
    })
    assert.equal((await ask(app, {})).status, 401)
    assert.equal(served, bad)
  },
})

// What the page says of each framework: who is refused and gets in all the same.
test('unreturned-rejection: frameworks', async () => {
  const { default: Koa } = await import('koa')
  const koa = async (refuse) => {
    const app = new Koa()
    app.use(refuse)
    app.use((ctx) => void (ctx.body = 'secret'))
    return answer(app.callback())
  }
  assert.deepEqual(await koa((ctx, next) => ((ctx.status = 401), next())), { status: 401, body: 'secret' })
  assert.deepEqual(await koa((ctx, next) => (ctx.redirect('/login'), next())), { status: 302, body: 'secret' })
  assert.deepEqual(await koa((ctx) => void (ctx.status = 401)), { status: 401, body: 'Unauthorized' })

  const { Hono } = await import('hono')
  const hono = async (refuse) => {
    const app = new Hono()
    app.use(refuse)
    app.get('/', (c) => c.text('secret'))
    const response = await app.request('/')
    return { status: response.status, body: await response.text() }
  }
  assert.deepEqual(await hono((c, next) => (c.text('no', 401), next())), { status: 200, body: 'secret' })
  assert.deepEqual(await hono((c, next) => (c.redirect('/login'), next())), { status: 200, body: 'secret' })
  assert.deepEqual(await hono((c, next) => (c.status(401), next())), { status: 401, body: 'secret' })
  assert.deepEqual(await hono((c) => c.text('no', 401)), { status: 401, body: 'no' })

  const { default: Fastify } = await import('fastify')
  const fastify = async (hook) => {
    const app = Fastify()
    app.addHook('onRequest', hook)
    app.get('/', async () => 'secret')
    const { statusCode: status, body } = await app.inject('/')
    await app.close()
    return { status, body }
  }
  assert.deepEqual(await fastify((request, reply, done) => { reply.code(401); done() }), { status: 401, body: 'secret' })
  assert.deepEqual(await fastify(async (request, reply) => { reply.code(401); return { error: 'no' } }), { status: 401, body: 'secret' })
  assert.deepEqual(await fastify(async (request, reply) => { reply.code(401).send('no') }), { status: 401, body: 'no' })
  assert.deepEqual(await fastify((request, reply, done) => { reply.code(401).send('no'); done() }), { status: 401, body: 'no' })
})

// answer asks a listener of node:http for its status and body.
async function answer(listener) {
  const server = createServer(listener)
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready))
  try {
    const { default: axios } = await import('axios')
    const { status, data } = await axios.get(`http://127.0.0.1:${server.address().port}/`, { adapter: 'http', maxRedirects: 0, validateStatus: () => true })
    return { status, body: data }
  } finally {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  }
}

await prove('unsafe-header-parse', {
  options,
  check: async ({ module, bad }) => {
    globalThis.isValid = (token) => token === 'abc'
    const failed = console.error // Express says what was thrown
    console.error = () => {}
    try {
      assert.equal((await ask(module.app, {})).status, bad ? 500 : 401)
      assert.equal((await ask(module.app, { headers: { Authorization: 'Bearer abc' } })).status, 200)
      assert.equal((await ask(module.app, { headers: { Authorization: 'Bearer' } })).status, 401)
    } finally {
      console.error = failed
    }
  },
})

await prove('cors-order', {
  options,
  check: async ({ module, bad }) => {
    globalThis.isValid = (header) => header === 'Bearer abc'
    const preflight = { Origin: 'https://app.example.com', 'Access-Control-Request-Method': 'GET', 'Access-Control-Request-Headers': 'authorization' }
    const { status, headers } = await ask(module.app, { method: 'OPTIONS', path: '/orders', headers: preflight })
    assert.equal(status, bad ? 401 : 204)
    assert.equal(headers['access-control-allow-origin'], bad ? undefined : 'https://app.example.com')
    assert.equal((await ask(module.app, { path: '/orders', headers: { Authorization: 'Bearer abc' } })).status, 200)
  },
})
