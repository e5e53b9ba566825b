import { HttpClient, HttpHeaders } from '@angular/common/http';
import { Injectable } from '@angular/core';

@Injectable({ providedIn: 'root' })
export class UserService {
  private token = sessionStorage.getItem('token')!;
  constructor(private http: HttpClient) {}

  me() {
    return this.http.get('/api/me', { headers: new HttpHeaders({ Authorization: this.token }) }); // want "`this.token`"
  }
  list() {
    const headers = new HttpHeaders().set('Content-Type', 'application/json').set('Authorization', this.token); // want "`this.token`"
    return this.http.get('/api/users', { headers });
  }
  create() {
    return this.http.post('/api/users', {}, { headers: this.headers() });
  }
  private headers() {
    return { Authorization: this.token }; // want "`this.token`"
  }
}
