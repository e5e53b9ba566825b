import { HttpClient } from '@angular/common/http'
import { Injectable } from '@angular/core'

@Injectable({ providedIn: 'root' })
export class AuthService {
  constructor(private http: HttpClient) {}
  get token() {
    return localStorage.getItem('token')
  }
  refreshToken() {
    return this.http.post<{ token: string }>('/api/auth/refresh', {})
  }
}
