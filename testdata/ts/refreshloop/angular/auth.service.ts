import { HttpBackend, HttpClient, HttpErrorResponse } from '@angular/common/http'
import { Injectable } from '@angular/core'

@Injectable({ providedIn: 'root' })
export class AuthService {
  constructor(private http: HttpClient) {}
  refreshToken() {
    return this.http.post('/auth/refresh', {})
  }
}

@Injectable({ providedIn: 'root' })
export class BareAuthService {
  private http: HttpClient
  constructor(backend: HttpBackend) {
    this.http = new HttpClient(backend)
  }
  refreshToken() {
    return this.http.post('/auth/refresh', {})
  }
}

@Injectable({ providedIn: 'root' })
export class ToldByHeader {
  constructor(private http: HttpClient) {}
  refreshToken() {
    return this.http.post('/auth/refresh', {})
  }
  shouldRefresh(error: HttpErrorResponse) {
    return error.status === 401 && error.headers.has('Token-Expired')
  }
}
