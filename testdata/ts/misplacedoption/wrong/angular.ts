import { HttpClient, HttpHeaders } from '@angular/common/http'

export class Orders {
  constructor(private http: HttpClient) {}
  list(token: string) {
    return this.http.get('/orders', { headers: { withCredentials: 'true' } }) // want "`withCredentials` inside `headers`"
  }
  one(token: string) {
    return this.http.get('/orders/1', { Authorization: token } as any) // want "`Authorization` stands among the options of `this.http.get`"
  }
}
