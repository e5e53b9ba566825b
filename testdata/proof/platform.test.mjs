// The proofs that take more than Node and axios: the XMLHttpRequest of a page
// (jsdom), the EventSource of a platform (undici), the classes of Angular.
import '@angular/compiler' // what Angular publishes is linked where it is loaded
import assert from 'node:assert/strict'
import { JSDOM } from 'jsdom'
import { EventSource } from 'undici'
import { prove, status } from './harness.mjs'

// until waits for what no promise tells of.
async function until(done) {
  for (let i = 0; i < 200 && !done(); i++) await new Promise((again) => setTimeout(again, 10))
}

await prove('discarded-headers', {
  check: async ({ module, bad }) => {
    assert.equal(module.headersFor('abc').get('Authorization'), bad ? null : 'Bearer abc')
  },
})

await prove('late-header', {
  check: async ({ module, bad, requests }) => {
    const { window } = new JSDOM('', { url: location.href })
    globalThis.XMLHttpRequest = window.XMLHttpRequest
    try {
      if (bad) {
        assert.throws(() => module.load('abc'), { name: 'InvalidStateError' })
        return
      }
      module.load('abc')
      await until(() => requests.length > 0)
      assert.equal(requests[0].headers.authorization, 'Bearer abc')
    } finally {
      window.close()
      delete globalThis.XMLHttpRequest
    }
  },
})

await prove('ignored-headers', {
  answer: () => ({ headers: { 'content-type': 'text/event-stream' } }),
  check: async ({ module, bad, requests, text }) => {
    if (module.api) {
      await status(module.api.get('/orders'))
      assert.equal(requests[0].headers['access-control-allow-origin'], bad ? '*' : undefined)
      return
    }
    const base = location.href
    globalThis.EventSource = class extends EventSource {
      constructor(url, options) {
        super(new URL(url, base), options)
      }
    }
    const { window } = new JSDOM('', { url: base })
    globalThis.XMLHttpRequest = window.XMLHttpRequest
    const stream = module.events('abc')
    try {
      await until(() => requests.length > 0)
      assert.equal(requests[0].headers.authorization, bad ? undefined : 'Bearer abc', text)
    } finally {
      stream.close()
      window.close()
      delete globalThis.EventSource
      delete globalThis.XMLHttpRequest
    }
  },
})
