import { HttpClient, HttpHeaders } from '@angular/common/http'

export class Orders {
  constructor(private http: HttpClient) {}

  pay(token: string) {
    const headers = new HttpHeaders({ Authorization: `Bearer ${token}` })
    this.http.post('/pay', { headers }) // want "`headers` stands where `this.http.post` takes the body"
    return this.http.put('/pay', { headers, observe: 'response' }) // want "`headers` and `observe` stand where `this.http.put`"
  }
}
