// For each rule: the page's bad examples do what the page says, its good ones do
// not. Rules about cookies across origins are not here: Node has neither cookies
// nor origins.
import assert from 'node:assert/strict'
import { lastValueFrom, throwError } from 'rxjs'
import { axios, prove, status, takesBearer } from './harness.mjs'

// The header as the server receives it decides: 401 for the bad, 200 for the good.
const answered = (call) => ({
  check: async ({ module, bad, requests }) => {
    const got = await status(call(module))
    assert.equal(got, bad ? 401 : 200, `answered ${got} to Authorization: ${requests.at(-1)?.headers.authorization}`)
  },
})

await prove('bearer-spacing', answered((m) => m.me('abc')))
await prove('missing-bearer', {
  check: async ({ module, bad }) => {
    if (module.login) module.login('abc')
    else localStorage.setItem('token', 'abc')
    assert.equal(await status(module.me()), bad ? 401 : 200)
  },
})
await prove('duplicate-scheme', {
  check: async ({ module, bad, requests }) => {
    localStorage.setItem('token', 'Bearer abc') // as the page's own login stores it
    assert.equal(await status(module.me('abc')), bad ? 401 : 200)
    if (bad) assert.equal(requests.at(-1).headers.authorization, 'Bearer Bearer abc')
  },
})
await prove('promise-in-header', {
  check: async ({ module, bad, requests }) => {
    assert.equal(await status(module.me()), bad ? 401 : 200)
    if (bad) assert.equal(requests.at(-1).headers.authorization, 'Bearer [object Promise]')
  },
})
await prove('quoted-token', {
  check: async ({ module, bad, text, requests }) => {
    module.keep('abc')
    if (bad && text.includes('JSON.parse')) return void (await assert.rejects(module.me(), SyntaxError))
    assert.equal(await status(module.me()), bad ? 401 : 200)
    if (bad) assert.equal(requests.at(-1).headers.authorization, 'Bearer "abc"')
  },
})
await prove('incomplete-logout', {
  answer: () => ({ body: { token: 'abc' } }),
  check: async ({ module, bad, text, requests }) => {
    await module.login({ accessToken: 'abc', refreshToken: 'def' })
    module.logout()
    if (!text.includes('axios')) return assert.equal(localStorage.getItem('refreshToken'), bad ? 'def' : null)
    await axios.get('/api/public')
    assert.equal(requests.at(-1).headers.authorization, bad ? 'Bearer abc' : undefined)
    delete axios.defaults.headers.common.Authorization
  },
})
// userPass is what a server takes out of Basic credentials (RFC 7617 section 2).
const userPass = ({ authorization = '' }) => authorization.startsWith('Basic ') ? Buffer.from(authorization.slice(6), 'base64').toString() : ''

await prove('uninterpolated-token', answered((m) => m.me('abc')))
await prove('basic-not-base64', {
  answer: ({ headers }) => ({ status: ['user:secret', 'guest:'].includes(userPass(headers)) ? 200 : 401 }),
  check: async ({ module, bad, text, requests }) => {
    if (text.includes('password?')) { // who leaves it out has none
      assert.equal(await status(module.me('guest')), 401)
      assert.equal(userPass(requests.at(-1).headers), 'guest:undefined')
      return
    }
    assert.equal(await status(module.me('user', 'secret')), bad ? 401 : 200)
  },
})
await prove('header-typo', answered((m) => m.me('abc')))
await prove('nullish-token', {
  answer: (seen) => (seen.path.endsWith('/login') ? { status: 401, body: { message: 'refused' } } : takesBearer(seen)),
  options: ({ files }) => (files['example.ts'].includes('const api') ? { append: "export const load = () => api.get('/me')" } : {}),
  check: async ({ module, bad, requests }) => {
    if (module.login) {
      await module.login('name', 'wrong').catch(() => {})
      assert.equal(localStorage.getItem('token'), bad ? 'undefined' : null)
      return
    }
    await status(module.load())
    const sent = requests.at(-1).headers.authorization
    if (bad) assert.match(sent, /null|undefined/)
    else assert.equal(sent, undefined)
  },
})
await prove('misplaced-config', {
  check: async ({ module, bad, requests }) => {
    const call = module.publish ?? module.remove ?? ((id, token) => module.removeAll([id], token))
    assert.equal(await status(call('1', 'abc')), bad ? 401 : 200)
    assert.equal(requests.at(-1).headers.authorization, bad ? undefined : 'Bearer abc')
  },
})
await prove('status-as-string', {
  answer: () => ({ status: 401 }),
  options: ({ files }) =>
    files['example.ts'].includes('./session')
      ? {
          more: { 'session.ts': "export const renewals = { count: 0 }\nexport const renew = async () => { renewals.count++ }" },
          append: "import { renewals } from './session'\nexport const go = () => axios.get('/orders').catch(() => renewals.count)",
        }
      : {},
  check: async ({ module, bad }) => {
    if (module.go) assert.equal(await module.go(), bad ? 0 : 1)
  },
})
await prove('missing-retry-guard', {
  // The API refuses whatever the token is; the refresh succeeds each time. After
  // 50 requests the server gives in, so that the proof ends.
  answer: ({ path }, n) => ({ status: path.endsWith('/refresh') || n > 50 ? 200 : 401 }),
  options: ({ files }) => (files['example.ts'].includes('const api') ? { append: "export const request = () => api.get('/orders')" } : {}),
  check: async ({ module, bad, requests }) => {
    await status(module.request('/orders'))
    if (bad) assert.ok(requests.length > 50, `${requests.length} requests`)
    else assert.ok(requests.length <= 4, `${requests.length} requests`)
  },
})
await prove('unstored-token', {
  // One of the refreshes is answered without a refresh token (RFC 6749 section 6).
  answer: ({ path }) => ({ body: path.startsWith('/auth/token') ? { accessToken: 'abc' } : path.startsWith('/auth') ? { token: 'abc', accessToken: 'abc', refreshToken: 'next' } : {} }),
  options: ({ files }) => (files['example.ts'].includes('const api') ? { append: "export const load = () => api.get('/me')" } : {}),
  check: async ({ module, bad, requests }) => {
    if (module.login) {
      await module.login('name', 'secret')
      await module.load()
      assert.equal(requests.at(-1).headers.authorization, bad ? undefined : 'Bearer abc')
    } else if (module.renew) {
      localStorage.setItem('refreshToken', 'old')
      await module.renew('old')
      assert.equal(localStorage.getItem('refreshToken'), bad ? 'undefined' : 'old')
    } else {
      await module.refresh('old')
      assert.equal(localStorage.getItem('refreshToken'), bad ? null : 'next')
    }
  },
})
await prove('misplaced-option', {
  check: async ({ module, bad, requests }) => {
    if (module.orders) {
      assert.equal(await status(module.orders('abc')), bad ? 401 : 200)
    } else {
      await status(module.profile())
      assert.equal(requests[0].headers.withcredentials, bad ? 'true' : undefined)
    }
  },
})
await prove('refresh-loop', {
  // The session is over: the API and the refresh both answer 401. After 50
  // requests the server gives in, so that the proof ends.
  answer: (_, n) => ({ status: n > 50 ? 200 : 401 }),
  check: async ({ module, bad, requests }) => {
    await status(module.api.get('/orders'))
    if (bad) assert.ok(requests.length > 50, `${requests.length} requests`)
    else assert.ok(requests.length <= 3, `${requests.length} requests`)
  },
})
await prove('stale-retry-header', {
  // The token old has expired, abc is the new one.
  answer: (seen) => (seen.path.endsWith('/refresh') ? { body: { token: 'abc' } } : takesBearer(seen)),
  check: async ({ module, bad, requests }) => {
    module.login('old')
    assert.equal(await status(module.api.get('/orders')), bad ? 401 : 200)
    assert.equal(requests.at(-1).headers.authorization, bad ? 'Bearer old' : 'Bearer abc')
  },
})
await prove('refresh-race', {
  // Each refresh replaces the refresh token: the old one is refused.
  answer: (() => {
    let valid, access
    return async (seen, n) => {
      if (n === 1) [valid, access] = ['r0', 'a0']
      if (seen.path.endsWith('/refresh')) {
        await new Promise((r) => setTimeout(r, 100)) // so long that all have been refused
        if (JSON.parse(seen.body).refreshToken !== valid) return { status: 401 }
        ;[valid, access] = [`r${n}`, `a${n}`]
        return { body: { accessToken: access, refreshToken: valid } }
      }
      return { status: seen.headers.authorization === `Bearer ${access}` ? 200 : 401 }
    }
  })(),
  check: async ({ module, bad, requests }) => {
    localStorage.setItem('refreshToken', 'r0')
    const answers = await Promise.all(['/orders', '/cart', '/me'].map((url) => status(module.api.get(url))))
    const refreshes = requests.filter((r) => r.path.endsWith('/refresh')).length
    assert.equal(refreshes, bad ? 3 : 1)
    assert.equal(answers.filter((s) => s === 401).length > 0, bad, `${answers}`)
  },
})
await prove('stuck-refresh', {
  // The first refresh is refused; the request after it must end, not wait.
  answer: () => ({ status: 401 }),
  check: async ({ module, bad }) => {
    const ends = (p) => Promise.race([status(p).then(() => true), new Promise((r) => setTimeout(r, 500, false))])
    assert.equal(await ends(module.api.get('/orders')), true)
    assert.equal(await ends(module.api.get('/orders')), !bad)
  },
})
await prove('interceptor-no-return', {
  answer: () => ({}),
  check: async ({ module, bad, requests }) => {
    if (module.errors) { // of Angular
      const refused = Object.assign(new Error('refused'), { status: 401 })
      const failure = await lastValueFrom(module.errors({}, () => throwError(() => refused))).catch((e) => e)
      if (bad) assert.match(failure.message, /You provided 'undefined' where a stream was expected/)
      else assert.equal(failure, refused)
      return
    }
    const got = await status(module.api.get('/orders')) // nobody is logged in
    if (bad) {
      assert.match(String(got), /undefined/)
      assert.equal(requests.length, 0)
    } else assert.equal(got, 200)
  },
})
await prove('swallowed-auth-error', {
  answer: () => ({ status: 401 }),
  check: async ({ module, bad, text }) => {
    const unhandled = []
    const runner = process.listeners('unhandledRejection') // would fail the test
    process.removeAllListeners('unhandledRejection').on('unhandledRejection', (reason) => unhandled.push(reason))
    try {
      const outcome = await module.api.post('/login').then((r) => ({ data: r?.data }), () => 'failed')
      await new Promise((done) => setTimeout(done, 20))
      if (bad) assert.deepEqual(outcome, { data: undefined })
      else assert.equal(outcome, 'failed')
      assert.equal(unhandled.length, bad && text.includes('    Promise.reject') ? 1 : 0)
    } finally {
      process.removeAllListeners('unhandledRejection')
      for (const listener of runner) process.on('unhandledRejection', listener)
    }
  },
})

await prove('stale-token', {
  options: ({ files }) => (files['example.ts'].includes('const api') ? { append: "export const orders = () => api.get('/orders')" } : {}),
  check: async ({ module, bad }) => {
    localStorage.setItem('token', 'abc') // the login comes after the module was loaded
    assert.equal(await status(module.orders()), bad ? 401 : 200)
  },
})
await prove('wrong-client-default', {
  answer: ({ path, headers }) =>
    path.endsWith('/login') ? { body: { token: 'abc' } } : { status: headers.authorization === 'Bearer abc' ? 200 : 401 },
  check: async ({ module, bad }) => {
    await module.login('user', 'secret')
    assert.equal(await status(module.orders()), bad ? 401 : 200)
  },
})
await prove('leaked-interceptor', {
  // A React that knows effects: each run cleans up after the last one.
  options: ({ files }) =>
    files['example.ts'].includes("'react'")
      ? {
          more: {
            'react.js': 'let cleanUp; export const useEffect = (run) => { cleanUp?.(); cleanUp = run() }',
            'router.js': 'export const went = []; export const useNavigate = () => (to) => went.push(to)',
          },
          alias: { react: 'react.js', 'react-router': 'router.js' },
          append: "export { went } from 'react-router'",
        }
      : {},
  check: async ({ module, requests, bad }) => {
    if (module.login) {
      module.login('first')
      module.login('second')
      await status(module.me())
      assert.equal(requests[0].headers.authorization, bad ? 'Bearer first' : 'Bearer second')
      return
    }
    for (let renders = 0; renders < 3; renders++) module.useLoginRedirect()
    assert.equal(await status(axios.get('/orders')), 401)
    assert.equal(module.went.length, bad ? 3 : 1)
  },
})
await prove('unsafe-error-response', {
  // Nobody answers: the adapter fails as it does without a network.
  check: async ({ module, bad }) => {
    module.api.defaults.adapter = async (config) => {
      throw new axios.AxiosError('Network Error', 'ERR_NETWORK', config, {})
    }
    const error = await module.api.get('/orders').catch((e) => e)
    if (bad) assert.ok(error instanceof TypeError)
    else assert.equal(error.code, 'ERR_NETWORK')
  },
})

await prove('unauthenticated-request', {
  check: async ({ module, bad }) => {
    localStorage.setItem('token', 'abc')
    // The interceptor was registered when the example was loaded, on its own instance.
    assert.equal(await status(module.orders()), 200)
    assert.equal(await status(module.refreshOrders()), bad ? 401 : 200)
  },
})
await prove('unchecked-expiry', {
  // The token expired a second ago, and the server takes it no more.
  answer: ({ path }) => (path === '/login' ? { body: { access_token: 'abc', expires_in: -1 } } : { status: 401 }),
  check: async ({ module, bad }) => {
    await module.login('user')
    assert.equal((await module.orders())?.status ?? null, bad ? 401 : null)
  },
})
