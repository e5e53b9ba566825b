import { HttpClient, HttpContext, HttpContextToken, HttpErrorResponse, HttpHandler, HttpInterceptor, HttpInterceptorFn, HttpRequest } from '@angular/common/http'
import { inject } from '@angular/core'
import { BehaviorSubject, Observable, catchError, filter, shareReplay, switchMap, take, throwError } from 'rxjs'
import { AuthService, BareAuthService, ToldByHeader } from './auth.service'

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

// The refresh's own 401 gets the observable of that very refresh.
export class SharesItself implements HttpInterceptor {
  private refreshTokenRequest: Observable<any> | null = null
  constructor(private auth: AuthService) {}
  private renewed() {
    if (!this.refreshTokenRequest) {
      this.refreshTokenRequest = this.auth.refreshToken().pipe(shareReplay()) // want "error: `this.http.post` goes through .* waits for the refresh to end"
    }
    return this.refreshTokenRequest
  }
  intercept(req: HttpRequest<any>, next: HttpHandler) {
    return next.handle(req).pipe(
      catchError((error) => {
        if (error.status === 401) {
          return this.renewed().pipe(switchMap(() => next.handle(req)))
        }
        return throwError(() => error)
      }),
    )
  }
}

// Good: the flag is set when the refresh comes through here.
export class Ahead implements HttpInterceptor {
  private refreshTokenInProgress = false
  constructor(private auth: AuthService) {}
  intercept(req: HttpRequest<any>, next: HttpHandler) {
    if (!this.refreshTokenInProgress && this.isOld()) {
      this.refreshTokenInProgress = true
      this.auth.refreshToken().subscribe(() => (this.refreshTokenInProgress = false))
    }
    return next.handle(req)
  }
  private isOld() {
    return Number(localStorage.getItem('exp')) < Date.now() / 1000
  }
}

export class AheadOfAll implements HttpInterceptor {
  constructor(private auth: AuthService) {}
  intercept(req: HttpRequest<any>, next: HttpHandler) {
    if (this.isOld()) {
      return this.auth.refreshToken().pipe(switchMap(() => next.handle(req))) // want "error: `this.http.post` goes through this interceptor of `HttpClient`, which refreshes again before it is sent, so it never is"
    }
    return next.handle(req)
  }
  private isOld() {
    return Number(localStorage.getItem('exp')) < Date.now() / 1000
  }
}

// Good: a refused refresh need not say that a token has expired.
export class AsksTheHeader implements HttpInterceptor {
  constructor(private auth: ToldByHeader) {}
  intercept(req: HttpRequest<any>, next: HttpHandler) {
    return next.handle(req).pipe(
      catchError((error) => {
        if (error instanceof HttpErrorResponse && this.auth.shouldRefresh(error)) {
          return this.auth.refreshToken().pipe(switchMap(() => next.handle(req)))
        }
        return throwError(() => error)
      }),
    )
  }
}
