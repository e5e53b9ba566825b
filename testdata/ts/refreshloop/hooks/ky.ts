import ky from 'ky'
import got from 'got'

// a: the refresh of a hook goes through the client that has it.
export const api = ky.create({
  hooks: {
    afterResponse: [
      async (request, _options, response) => {
        if (response.status !== 401) return
        const { token } = await api.post('auth/refresh').json<{ token: string }>() // want "error: `api.post` goes through the response hook of `api`, so its own 401 comes back here"
        request.headers.set('Authorization', `Bearer ${token}`)
        return ky(request)
      },
    ],
  },
})

// c: before the request it is never sent.
export const early = ky.create({
  hooks: {
    beforeRequest: [
      async (request) => {
        if (Number(localStorage.getItem('expires')) < Date.now()) {
          const { token } = await early.post('auth/refresh').json<{ token: string }>() // want "error: `early.post` goes through the request hook of `early`, which refreshes again before it is sent, so it never is"
          request.headers.set('Authorization', `Bearer ${token}`)
        }
      },
    ],
  },
})

// a: the hook of got.
export const node = got.extend({
  hooks: {
    afterResponse: [
      async (response, retry) => {
        if (response.statusCode !== 401) return response
        const { token } = await node.post('auth/refresh').json<{ token: string }>() // want "error: `node.post` goes through the response hook of `node`"
        return retry({ headers: { authorization: `Bearer ${token}` } })
      },
    ],
  },
})

// Good: another client, and one that is told by its URL.
export const bare = ky.create({
  hooks: {
    beforeRequest: [
      async (request) => {
        if (Number(localStorage.getItem('expires')) < Date.now()) await ky.post('/auth/refresh')
      },
    ],
    afterResponse: [
      async (request, _options, response) => {
        if (response.status !== 401 || request.url.includes('/auth/refresh')) return
        await bare.post('auth/refresh')
        return ky(request)
      },
    ],
  },
})
