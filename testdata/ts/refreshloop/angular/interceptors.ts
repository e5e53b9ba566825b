import { HttpClient, HttpContext, HttpContextToken, HttpErrorResponse, HttpHandler, HttpInterceptor, HttpInterceptorFn, HttpRequest } from '@angular/common/http'
import { inject } from '@angular/core'
import { BehaviorSubject, catchError, filter, switchMap, take, throwError } from 'rxjs'
import { AuthService, BareAuthService } from './auth.service'

export class Loops implements HttpInterceptor {
  constructor(private auth: AuthService) {}
  intercept(req: HttpRequest<any>, next: HttpHandler) {
    return next.handle(req).pipe(
      catchError((error: HttpErrorResponse) => {
        if (error.status === 401) {
          return this.auth.refreshToken().pipe(switchMap(() => next.handle(req))) // want "error: `this.http.post` goes through this interceptor of `HttpClient`, so its own 401"
        }
        return throwError(() => error)
      }),
    )
  }
}

export class Hangs implements HttpInterceptor {
  private isRefreshing = false
  private subject = new BehaviorSubject<any>(null)
  constructor(private auth: AuthService) {}
  intercept(req: HttpRequest<any>, next: HttpHandler) {
    return next.handle(req).pipe(
      catchError((error) => {
        if (error instanceof HttpErrorResponse && !req.url.includes('auth/signin') && error.status === 401) {
          return this.handle401(req, next)
        }
        return throwError(() => error)
      }),
    )
  }
  private handle401(req: HttpRequest<any>, next: HttpHandler) {
    if (!this.isRefreshing) {
      this.isRefreshing = true
      this.subject.next(null)
      return this.auth.refreshToken().pipe( // want "error: `this.http.post` goes through .* waits for the refresh to end"
        switchMap((t: any) => {
          this.isRefreshing = false
          this.subject.next(t.token)
          return next.handle(req)
        }),
      )
    }
    return this.subject.pipe(filter((t) => t !== null), take(1), switchMap(() => next.handle(req)))
  }
}

// Excluded by its URL.
export class Excludes implements HttpInterceptor {
  constructor(private auth: AuthService) {}
  intercept(req: HttpRequest<any>, next: HttpHandler) {
    return next.handle(req).pipe(
      catchError((error: HttpErrorResponse) => {
        if (error.status === 401 && !req.url.includes('/auth/refresh')) {
          return this.auth.refreshToken().pipe(switchMap(() => next.handle(req)))
        }
        return throwError(() => error)
      }),
    )
  }
}

// A client made of HttpBackend has no interceptors.
export class Bare implements HttpInterceptor {
  constructor(private auth: BareAuthService) {}
  intercept(req: HttpRequest<any>, next: HttpHandler) {
    return next.handle(req).pipe(
      catchError((error: HttpErrorResponse) =>
        error.status === 401 ? this.auth.refreshToken().pipe(switchMap(() => next.handle(req))) : throwError(() => error),
      ),
    )
  }
}

const SKIP = new HttpContextToken(() => false)

// Told by its context.
export const marked: HttpInterceptorFn = (req, next) => {
  const http = inject(HttpClient)
  if (req.context.get(SKIP)) return next(req)
  return next(req).pipe(
    catchError((error: HttpErrorResponse) => {
      if (error.status !== 401) return throwError(() => error)
      return http.post('/auth/refresh', {}, { context: new HttpContext().set(SKIP, true) }).pipe(switchMap(() => next(req)))
    }),
  )
}

export const functional: HttpInterceptorFn = (req, next) => {
  const auth = inject(AuthService)
  return next(req).pipe(
    catchError((error: HttpErrorResponse) => {
      if (error.status !== 401) return throwError(() => error)
      return auth.refreshToken().pipe(switchMap(() => next(req))) // want "error: `this.http.post` goes through this interceptor of `HttpClient`, so its own 401"
    }),
  )
}
