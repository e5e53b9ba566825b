import axios, { Axios } from 'axios'
import { Store } from './own'

// A class that is a client itself.
export class Api extends Axios {
  constructor(baseURL: string) {
    super({ baseURL, withCredentials: true }) // client axios https://extended.example.com credentials | client axios ‹baseURL› credentials
    this.interceptors.request.use((config) => {
      config.headers.set('Authorization', `Bearer ${sessionStorage.getItem('token')}`) // header axios
      return config
    })
  }
  me() {
    return this.get('/me') // sends axios GET ‹baseURL›/me credentials authorized
  }
}
const api = new Api('https://extended.example.com')
api.me() // sends axios GET https://extended.example.com/me credentials authorized
api.post('/orders', {}) // sends axios POST https://extended.example.com/orders credentials authorized

// One of a class between, which changes a method.
class Files extends axios.Axios {}
class Images extends Files {
  override post(url: string, config: any): any {
    return super.post(url, null, config)
  }
}
const images = new Images({ baseURL: 'https://images.example.com' }) // client axios https://images.example.com
images.get('/list') // sends axios GET https://images.example.com/list
images.post('/own', {})

// What extends anything else has no such methods.
class Own extends Store {}
new Own().get('/silent')
