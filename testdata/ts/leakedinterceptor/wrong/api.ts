import axios from 'axios'

export const api = axios.create({ baseURL: '/api' })
export const other = axios.create({ baseURL: '/other' })

// c: set up by a function that a login calls in another file
export function authorize(token: string) {
  api.interceptors.request.use((config) => { // want "error: each call of `signIn` registers this request interceptor on `api` once more, and none is ever taken away; the one registered first runs last, so every request is sent with the first `token`"
    config.headers.Authorization = `Bearer ${token}`
    return config
  })
}

// a: set up by a function that a component calls
export const setUpInterceptors = () => {
  api.interceptors.response.use(undefined, (error) => Promise.reject(error)) // want "warning: each render of `Shell` registers this response interceptor on `api` once more, and none is ever taken away; all of them run for every response"
}

// The client is handed to the function that sets it up.
export function install(client: typeof api, onFail: () => void) {
  client.interceptors.response.use(undefined, (error) => { // want "each mount of `Mounted` registers this response interceptor on `client`"
    onFail()
    return Promise.reject(error)
  })
}
