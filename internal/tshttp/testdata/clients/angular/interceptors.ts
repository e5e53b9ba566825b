import { HttpClient as Http, HttpBackend, HttpInterceptorFn, HttpHandlerFn, HttpRequest, HttpInterceptor, HttpHandler, HttpHeaders } from '@angular/common/http'
import { inject, Injectable } from '@angular/core'

export const authorize: HttpInterceptorFn = (req, next) =>
  next(req.clone({ setHeaders: { Authorization: `Bearer ${localStorage.getItem('token')}` }, withCredentials: true })) // header HttpClient

export function alsoAuthorize(req: HttpRequest<unknown>, next: HttpHandlerFn) {
  return next(req.clone({ headers: req.headers.set('Authorization', 'Bearer ' + sessionStorage.getItem('token')) })) // header HttpClient
}

@Injectable()
export class AuthInterceptor implements HttpInterceptor {
  intercept(req: HttpRequest<unknown>, next: HttpHandler) {
    const headers = req.headers.append('Authorization', `Bearer ${localStorage.getItem('token')}`) // header HttpClient
    return next.handle(req.clone({ headers }))
  }
}

@Injectable()
export class Users {
  private readonly http = inject(Http)
  private readonly bare = new Http(inject(HttpBackend)) // client HttpClient

  login(body: object) {
    return this.http.post<{ token: string }>('https://api.example.com/login', body) // sends HttpClient POST https://api.example.com/login credentials authorized
  }
  refresh() {
    return this.bare.post('https://api.example.com/refresh', {}, { withCredentials: true }) // sends HttpClient POST https://api.example.com/refresh credentials
  }
  me(token: string) {
    const headers = new HttpHeaders({ Authorization: `Bearer ${token}` }) // header HttpClient
    return this.http.request('GET', '/me', { headers }) // sends HttpClient GET /me credentials authorized
  }
}
