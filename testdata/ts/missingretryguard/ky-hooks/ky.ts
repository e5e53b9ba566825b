import ky from 'ky'

export const api = ky.extend({
  hooks: {
    afterResponse: [
      async (request, options, response) => {
        if (response.status === 401) {
          await ky.post('/auth/refresh')
          return api(request) // want "error: "
        }
      },
    ],
  },
})

export const bare = ky.extend({
  hooks: {
    afterResponse: [
      async (request, _options, response) => {
        if (response.status === 401) {
          await ky.post('/auth/refresh')
          return ky(request) // the base client has no such hook
        }
      },
    ],
  },
})

export const limited = ky.create({
  hooks: {
    afterResponse: [
      async ({ request, response }) => {
        if (response.status === 401) return ky.retry({ request }) // the retry limit bounds it
      },
    ],
  },
})

export const marked = ky.create({
  hooks: {
    afterResponse: [
      async (request, options, response) => {
        if (response.status === 401 && !request.headers.has('X-Retry')) {
          request.headers.set('X-Retry', '1')
          return marked(request, options) // the mark goes along
        }
      },
    ],
  },
})
