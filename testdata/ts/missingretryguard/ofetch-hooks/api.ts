import { ofetch } from 'ofetch'

export const api = ofetch.create({
  baseURL: '/api',
  async onResponseError({ request, options, response }) {
    if (response.status === 401) {
      await ofetch('/auth/refresh', { method: 'POST' })
      await api(request, options) // want "error: "
    }
  },
})

export const plain = ofetch.create({
  async onResponseError({ request, options, response }) {
    if (response.status === 401) {
      await ofetch(request, options as any) // the base client has no such hook
    }
  },
})
