import { HttpErrorResponse, HttpHandler, HttpInterceptor, HttpInterceptorFn, HttpRequest } from '@angular/common/http'
import { inject, signal } from '@angular/core'
import { BehaviorSubject, catchError, finalize, switchMap, throwError } from 'rxjs'
import { AuthService } from './auth.service'

const busy = signal(false)
const other = signal(false)

// Good: the signal turns the refused refresh away.
export const signalled: HttpInterceptorFn = (req, next) => {
  const auth = inject(AuthService)
  return next(req).pipe(
    catchError((error: HttpErrorResponse) => {
      if (error.status !== 401 || busy()) return throwError(() => error)
      busy.set(true)
      return auth.refreshToken().pipe(switchMap(() => next(req)), finalize(() => busy.set(false)))
    }),
  )
}

// A signal that nobody sets turns nothing away.
export const never: HttpInterceptorFn = (req, next) => {
  const auth = inject(AuthService)
  return next(req).pipe(
    catchError((error: HttpErrorResponse) => {
      if (error.status !== 401 || other()) return throwError(() => error)
      return auth.refreshToken().pipe(switchMap(() => next(req))) // want "error: `this.http.post` goes through this interceptor of `HttpClient`, so its own 401"
    }),
  )
}

// Good: so does a field's subject, by its value or by getValue.
export class Held implements HttpInterceptor {
  private busy$ = new BehaviorSubject(false)
  constructor(private auth: AuthService) {}
  intercept(req: HttpRequest<any>, next: HttpHandler) {
    return next.handle(req).pipe(
      catchError((error: HttpErrorResponse) => {
        if (error.status !== 401 || this.busy$.value) return throwError(() => error)
        this.busy$.next(true)
        return this.auth.refreshToken().pipe(switchMap(() => next.handle(req)), finalize(() => this.busy$.next(false)))
      }),
    )
  }
}

export class Asked implements HttpInterceptor {
  private busy$ = new BehaviorSubject(false)
  constructor(private auth: AuthService) {}
  intercept(req: HttpRequest<any>, next: HttpHandler) {
    return next.handle(req).pipe(
      catchError((error: HttpErrorResponse) => {
        if (error.status !== 401 || this.busy$.getValue()) return throwError(() => error)
        this.busy$.next(true)
        return this.auth.refreshToken().pipe(switchMap(() => next.handle(req)), finalize(() => this.busy$.next(false)))
      }),
    )
  }
}
