import axios from 'axios'

axios.defaults.headers.common.withCredentials = true as any // want "error: `withCredentials` inside `headers` is sent as a header of that name"

const api = axios.create({ baseURL: '/api' })
api.defaults.headers['credentials'] = 'include' // want "`credentials` inside `headers`"
api.defaults.headers.get['mode'] = 'cors' // want "`mode` inside `headers`"
api.defaults.headers.common['mode'] = 'dark' // a header that is called mode
api.defaults.headers.common['X-A'] = '1'
export const me = () => api.get('/me')

const right = axios.create({ baseURL: '/api' })
right.defaults.withCredentials = true
right.defaults.headers.common.withCredentials = 'true' // in its right place too: harmless
export const orders = () => right.get('/orders')
