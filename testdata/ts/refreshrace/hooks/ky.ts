import ky from 'ky'
import got from 'got'

const stored = { refreshToken: '', save(token: string) { this.refreshToken = token } }

async function renew(): Promise<string> {
  const answer = await ky.post('/auth/refresh', { json: { refreshToken: localStorage.getItem('refreshToken') } }).json<{ token: string; refreshToken: string }>()
  localStorage.setItem('refreshToken', answer.refreshToken)
  return answer.token
}

// a: each refused answer refreshes; type arguments behind await hide nothing.
export const racing = ky.create({
  hooks: {
    afterResponse: [
      async (request, _options, response) => {
        if (response.status !== 401) return
        request.headers.set('Authorization', `Bearer ${await renew()}`) // want "warning: requests that are refused at the same time each call `renew`; each refresh replaces"
        return ky(request)
      },
    ],
  },
})

// a: each request that is sent when the token is old.
export const early = ky.create({
  hooks: {
    beforeRequest: [
      async (request) => {
        if (Number(localStorage.getItem('expires')) < Date.now()) {
          request.headers.set('Authorization', `Bearer ${await renew()}`) // want "warning: requests that are sent at the same time each call `renew`"
        }
      },
    ],
  },
})

// a: the hook of got.
export const node = got.extend({
  hooks: {
    afterResponse: [
      async (response, retryWithMergedOptions) => {
        if (response.statusCode !== 401) return response
        const answer = await got.post('https://api.example.com/auth/refresh', { json: { refreshToken: stored.refreshToken } }).json<any>() // want "warning: requests that are refused at the same time each call `got.post`"
        stored.refreshToken = answer.refreshToken
        return retryWithMergedOptions({ headers: { authorization: `Bearer ${answer.token}` } })
      },
    ],
  },
})

// Good: they share the promise.
let pending: Promise<string> | null = null
export const shared = ky.create({
  hooks: {
    afterResponse: [
      async (request, _options, response) => {
        if (response.status !== 401) return
        pending ??= renew().finally(() => (pending = null))
        request.headers.set('Authorization', `Bearer ${await pending}`)
        return ky(request)
      },
    ],
  },
})

// gap: beforeRetry runs for other failures too, so nobody says that a refusal led there
export const again = ky.create({
  retry: { limit: 1, statusCodes: [401] },
  hooks: { beforeRetry: [async ({ request }) => request.headers.set('Authorization', `Bearer ${await renew()}`)] },
})
