import axios from 'axios'

export const api = axios.create({ baseURL: '/api' })

export class Gateway {
  private http = axios.create()
  save(token: string) {
    return this.http.put('/me', { headers: { Authorization: `Bearer ${token}` } }) // want "error: `headers` stands where `this.http.put` takes the body"
  }
}
