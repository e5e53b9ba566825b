// What refresh-loop says of axios-auth-refresh, run with the real package: it
// holds back the requests of its client while the callback runs.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { load, status, takesBearer, withServer } from './harness.mjs'

const example = (client, callback) => ({
  files: {
    'api.ts': `
import axios from 'axios'
import createAuthRefreshInterceptor from 'axios-auth-refresh'

export const api = axios.create({ baseURL: '/api' })
const bare = axios.create({ baseURL: '/api' })

createAuthRefreshInterceptor(api, async (failed) => {
  ${callback}
  const { data } = await ${client}
  failed.response.config.headers.Authorization = 'Bearer ' + data.token
})
`,
  },
})

// After: the token is read from a store that answers later.
const after = 'await Promise.resolve()'

for (const [name, code, answered] of [
  ['through its own client, after something else was awaited', example("api.post('/auth/refresh')", after), false],
  ['the same, marked to be skipped', example("api.post('/auth/refresh', {}, { skipAuthRefresh: true })", after), false],
  ['through its own client, at once', example("api.post('/auth/refresh')", ''), true],
  ['through another client', example("bare.post('/auth/refresh')", after), true],
]) {
  test(`axios-auth-refresh: a refresh ${name} ${answered ? 'ends' : 'waits for itself'}`, () =>
    withServer(
      (seen) => (seen.path.endsWith('/refresh') ? { body: { token: 'abc' } } : takesBearer(seen)),
      async (requests) => {
        const { api } = await load(code)
        const deadline = new Promise((over) => setTimeout(over, 1500, 'pending'))
        assert.equal(await Promise.race([status(api.get('/orders')), deadline]), answered ? 200 : 'pending')
        assert.equal(requests.some((r) => r.path.endsWith('/refresh')), answered)
      },
    ))
}
