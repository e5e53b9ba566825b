import { HttpClient, HttpHeaders, HttpParams, HttpRequest, HttpHandler, HttpInterceptor } from '@angular/common/http'

export class Orders {
  private headers = new HttpHeaders()
  constructor(private http: HttpClient) {}

  list(token: string) {
    let headers = new HttpHeaders({ Accept: 'application/json' })
    headers.append('Authorization', token) // want "error: `headers.append` leaves `headers` as it is and returns a changed copy"
    headers = headers.set('X-A', '1')
    headers.set('Authorization', token) // want "`headers.set` leaves"
    this.headers.set('Authorization', token) // want "`this.headers.set` leaves `this.headers`"
    const params = new HttpParams()
    params.set('page', '1').append('size', '2') // want "leaves"
    return this.http.get('/orders', { headers, params })
  }
}

export function addIfThere(headers: HttpHeaders | undefined, token: string) {
  headers?.append('Authorization', token) // want "`headers\\?.append` leaves"
}

function addToken(headers: HttpHeaders, token: string) {
  headers.append('Authorization', token) // want "`headers.append` leaves"
}
export { addToken }

export class TokenInterceptor implements HttpInterceptor {
  intercept(req: HttpRequest<unknown>, next: HttpHandler) {
    req.clone({ setHeaders: { Authorization: 'Bearer x' } }) // want "`req.clone` leaves `req`"
    req.headers.set('Authorization', 'Bearer x') // want "`req.headers.set` leaves"
    const authorized = req.clone({ setHeaders: { Authorization: 'Bearer x' } }) // want "`authorized` is never used, so `req` goes out"
    return next.handle(req)
  }
}
