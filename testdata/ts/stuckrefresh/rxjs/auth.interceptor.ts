import { HttpClient, HttpErrorResponse, HttpHandler, HttpInterceptor, HttpRequest } from '@angular/common/http'
import { BehaviorSubject, catchError, filter, finalize, switchMap, take, throwError } from 'rxjs'

export class AuthService {
  constructor(private http: HttpClient) {}
  refreshToken() {
    return this.http.post<{ token: string }>('/auth/refresh', {})
  }
}

// e: the flag is released, the subject hears nothing.
export class Silent implements HttpInterceptor {
  private isRefreshing = false
  private token = new BehaviorSubject<string | null>(null)
  constructor(private auth: AuthService) {}
  intercept(req: HttpRequest<any>, next: HttpHandler) {
    return next.handle(req).pipe(catchError((e: HttpErrorResponse) => (e.status === 401 ? this.renew(req, next) : throwError(() => e))))
  }
  private renew(req: HttpRequest<any>, next: HttpHandler) {
    if (this.isRefreshing) {
      return this.token.pipe(filter((t) => t !== null), take(1), switchMap(() => next.handle(req))) // want "nothing is told to `token` when `this.auth.refreshToken` fails"
    }
    this.isRefreshing = true
    this.token.next(null)
    return this.auth.refreshToken().pipe(
      switchMap((r) => {
        this.isRefreshing = false
        this.token.next(r.token)
        return next.handle(req)
      }),
      catchError((e) => {
        this.isRefreshing = false
        return throwError(() => e)
      }),
    )
  }
}

// a: no catchError, no finalize.
export class Closed implements HttpInterceptor {
  private isRefreshing = false
  private token = new BehaviorSubject<string | null>(null)
  constructor(private auth: AuthService) {}
  intercept(req: HttpRequest<any>, next: HttpHandler) {
    return next.handle(req).pipe(catchError((e: HttpErrorResponse) => (e.status === 401 ? this.renew(req, next) : throwError(() => e))))
  }
  private renew(req: HttpRequest<any>, next: HttpHandler) {
    if (!this.isRefreshing) {
      this.isRefreshing = true // want "`this.isRefreshing` stays set when `this.auth.refreshToken` fails, so every request that is refused after that waits for ever"
      this.token.next(null)
      return this.auth.refreshToken().pipe(
        switchMap((r) => {
          this.isRefreshing = false
          this.token.next(r.token)
          return next.handle(req)
        }),
      )
    }
    return this.token.pipe(filter((t) => t !== null), take(1), switchMap(() => next.handle(req)))
  }
}

// Good: finalize releases the flag, the waiting ones get the error and a new
// subject is made.
export class Right implements HttpInterceptor {
  private isRefreshing = false
  private token = new BehaviorSubject<string | null>(null)
  constructor(private auth: AuthService) {}
  intercept(req: HttpRequest<any>, next: HttpHandler) {
    return next.handle(req).pipe(catchError((e: HttpErrorResponse) => (e.status === 401 ? this.renew(req, next) : throwError(() => e))))
  }
  private renew(req: HttpRequest<any>, next: HttpHandler) {
    if (this.isRefreshing) return this.token.pipe(filter((t) => t !== null), take(1), switchMap(() => next.handle(req)))
    this.isRefreshing = true
    return this.auth.refreshToken().pipe(
      switchMap((r) => {
        this.token.next(r.token)
        return next.handle(req)
      }),
      catchError((e) => {
        this.token.error(e)
        this.token = new BehaviorSubject<string | null>(null)
        return throwError(() => e)
      }),
      finalize(() => {
        this.isRefreshing = false
      }),
    )
  }
}
