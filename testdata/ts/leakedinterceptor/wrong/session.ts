import axios from 'axios'

// c: the object keeps the client that it made; each login adds to it
export class Session {
  private http = axios.create({ baseURL: '/api' })

  login(token: string) {
    this.http.interceptors.request.use((config) => { // want "error: each call of `login` registers this request interceptor on `this.http`"
      config.headers.Authorization = `Bearer ${token}`
      return config
    })
  }
}
