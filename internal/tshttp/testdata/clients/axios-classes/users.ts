import { Base } from './base'
import type { AxiosInstance } from 'axios'
import axios from 'axios'

export class Users extends Base {
  constructor() {
    super('https://users.example.com')
  }
  login(body: object) {
    return this.client.post('/login', body) // sends axios POST https://users.example.com/login credentials authorized
  }
  remove(id: number) {
    return this.send({ url: `/users/${id}`, method: 'DELETE' }) // sends axios DELETE https://users.example.com/users/‹id› credentials authorized
  }
}

export class Static {
  static http = axios.create({ baseURL: 'https://static.example.com' }) // client axios https://static.example.com
  #own = axios.create({ baseURL: 'https://private.example.com' }) // client axios https://private.example.com
  static me() {
    return Static.http.get('/me') // sends axios GET https://static.example.com/me
  }
  you() {
    return this.#own.get('/you') // sends axios GET https://private.example.com/you
  }
}

export class Injected {
  constructor(private readonly http: AxiosInstance) {} // client axios
  me() {
    return this.http.get('/me') // sends axios GET /me
  }
}

export class Single {
  private static instance: Single
  readonly axios = axios.create({ baseURL: 'https://single.example.com' }) // client axios https://single.example.com
  static getInstance() {
    if (!Single.instance) Single.instance = new Single()
    return Single.instance
  }
}
Single.getInstance().axios.get('/me') // sends axios GET https://single.example.com/me
