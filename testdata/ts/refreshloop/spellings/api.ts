import axios, { Axios, type AxiosInstance } from 'axios'
import { registerInterceptors } from './setup'
import { guard } from './guard'

export const api = axios.create({ baseURL: '/api' })
registerInterceptors(api)

export class Api {
  readonly http: AxiosInstance = axios.create()
  refresh() {
    return this.http.post('/auth/refresh')
  }
}
guard(new Api())
