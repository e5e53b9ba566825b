// The proofs of servers: the examples' own express applications, asked as a
// browser asks them.
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
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
