import { HttpClient } from '@angular/common/http';
import { Injectable } from '@angular/core';

@Injectable({ providedIn: 'root' })
export class AuthService {
  private api = 'https://api.example.com';
  constructor(private http: HttpClient) {}

  login(c: object) {
    return this.http.post(`${this.api}/login`, c); // want "this login goes to another origin without credentials"
  }
  logout() {
    return this.http.post(`${this.api}/logout`, {}); // want "this logout"
  }
  me() {
    return this.http.get(`${this.api}/me`, { withCredentials: true });
  }
  // Good: sent.
  loginWell(c: object) {
    return this.http.post(`${this.api}/login`, c, { withCredentials: true });
  }
}
