// None of these is axios: what counts is where a value comes from.
import axios from './own-axios'
import { api } from '@acme/api'
import { get } from 'lodash'

axios.get('/me') // silent: an own class of that name
axios.interceptors.request.use((config: any) => config)
api.post('/login', {}) // silent: a package that is not axios
get({}, '/login')

export function first(axios: any, http: { get(url: string): unknown }) {
  axios.get('/login') // silent: a parameter may be anything
  http.get('/login')
}

const request = { get: (url: string) => url }
request.get('/login')

export class Queue {
  private axios = new Map<string, string>()
  login() {
    return this.axios.get('/login')
  }
}
