import axios from 'axios'
import { handleError, report } from './errors'

const api = axios.create()
api.interceptors.response.use((r) => r, handleError)
api.interceptors.response.use((r) => r, (e) => report(e)) // want "error: this error handler of `api` returns the error"

class Http {
  private client = axios.create()
  constructor() {
    this.client.interceptors.response.use((r) => r, this.onError)
  }
  private onError = (error: unknown) => {
    console.error(error)
    return error // want "error: this error handler of `this.client` returns the error"
  }
}
export default new Http()
