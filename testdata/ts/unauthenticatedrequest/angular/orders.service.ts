import { HttpClient, HttpHeaders } from '@angular/common/http'
import { Injectable } from '@angular/core'

@Injectable()
export class OrdersService {
  constructor(private http: HttpClient) {}

  private headers = { Authorization: 'Bearer ' + (localStorage.getItem('token') || '') }

  all() { return this.http.get('/api/my/orders', { headers: this.headers }) }
  one(id: string) { return this.http.get(`/api/my/orders/${id}`, { headers: this.headers }) }
  pay(id: string) { return this.http.post(`/api/my/orders/${id}/payments`, {}, { headers: this.headers }) }
  cancel(id: string) { return this.http.delete(`/api/my/orders/${id}`, { headers: this.headers }) }

  again(id: string) { return this.http.get(`/api/my/orders/${id}`) } // want "warning: `this.http.get` sends this request without credentials, which the project sends with"
}
