import axios, { type AxiosInstance } from 'axios'
import { addToken, forget, onError } from './helpers'

const api = axios.create()
api.interceptors.request.use(forget) // the finding stands at the function
api.interceptors.request.use((c) => forget(c)) // want "error: this request interceptor of `api` returns nothing, so"
api.interceptors.request.use((c) => addToken(c)) // returns the config
api.interceptors.response.use((r) => r, onError)

export function setUp(client: AxiosInstance) {
  client.interceptors.request.use(async (c) => { // want "error: this request interceptor of `client` returns nothing, so"
    c.headers.Accept = '*/*'
  })
}

class Http {
  private client = axios.create()
  constructor() {
    this.client.interceptors.request.use(this.before.bind(this))
  }
  private before(c: any) { // want "error: this request interceptor of `this.client` returns nothing, so"
    c.headers.Accept = '*/*'
  }
}
export default new Http()
