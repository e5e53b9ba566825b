import axios from 'axios'

const api = axios.create({ baseURL: '/api' })

export function login(token: string) {
  api.defaults.headers.common = { Authorization: `Bearer ${token}` } // want:strict "advice: `api.defaults.headers.common` is replaced as a whole, so the `Accept` header and all other defaults in it are gone"
}

export function renew(token: string) {
  api.defaults.headers.common = { ...api.defaults.headers.common, Authorization: `Bearer ${token}` } // the others are kept
  api.defaults.headers.common['Authorization'] = `Bearer ${token}` // one header
  Object.assign(api.defaults.headers.common, { Authorization: `Bearer ${token}` }) // beside the others
}

// A map of another client: nothing is known of what stands in it.
export function other(client: { defaults: { headers: { common: object } } }, token: string) {
  client.defaults.headers.common = { Authorization: `Bearer ${token}` }
}

export const orders = () => api.get('/orders')
