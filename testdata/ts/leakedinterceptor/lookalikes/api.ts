import axios, { AxiosInstance } from 'axios'

export const api = axios.create({ baseURL: '/api' })
api.interceptors.request.use((config) => config) // once, when the module is loaded

// set up once, from the entry
export function setUpInterceptors(store: { token: string }) {
  api.interceptors.request.use((config) => {
    config.headers.Authorization = `Bearer ${store.token}`
    return config
  })
}

// the client is made in the same function
export function makeClient(token: string) {
  const client = axios.create({ baseURL: '/api' })
  client.interceptors.request.use((config) => {
    config.headers.Authorization = `Bearer ${token}`
    return config
  })
  return client
}

// a client for each request
export async function login(name: string) {
  const client = axios.create()
  client.interceptors.request.use((config) => config)
  return client.post('/login', { name })
}

// a client for each call, set up by a helper
export const attach = (client: AxiosInstance) => {
  client.interceptors.response.use((r) => r)
  return client
}
export const logout = () => attach(axios.create()).post('/logout')

// an object that makes its client and sets it up
export class Client {
  private http: AxiosInstance
  constructor() {
    this.http = axios.create()
    this.setUp()
  }

  private setUp() {
    this.http.interceptors.request.use((config) => config)
  }
}

// not called by anybody who was seen
export function plugin() {
  api.interceptors.request.use((config) => config)
}

// the name of a login, for what is called once
export const loginInterceptor = () => api.interceptors.response.use((r) => r)
loginInterceptor()
