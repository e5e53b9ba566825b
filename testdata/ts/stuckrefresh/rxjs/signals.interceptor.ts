import { HttpErrorResponse, HttpInterceptorFn } from '@angular/common/http'
import { inject, signal } from '@angular/core'
import { BehaviorSubject, catchError, finalize, switchMap, throwError } from 'rxjs'
import { AuthService } from './auth.interceptor'

const refreshing = signal(false)
const busy = new BehaviorSubject(false)
const done = signal(false)

// a: a signal that stays set when the refresh fails.
export const signalled: HttpInterceptorFn = (req, next) => {
  const auth = inject(AuthService)
  return next(req).pipe(
    catchError((e: HttpErrorResponse) => {
      if (e.status !== 401 || refreshing()) return throwError(() => e)
      refreshing.set(true) // want "error: `refreshing` stays set when `auth.refreshToken` fails"
      return auth.refreshToken().pipe(
        switchMap(() => {
          refreshing.set(false)
          return next(req)
        }),
      )
    }),
  )
}

// a: so does a subject.
export const subject: HttpInterceptorFn = (req, next) => {
  const auth = inject(AuthService)
  return next(req).pipe(
    catchError((e: HttpErrorResponse) => {
      if (e.status !== 401 || busy.value) return throwError(() => e)
      busy.next(true) // want "error: `busy` stays set when `auth.refreshToken` fails"
      return auth.refreshToken().pipe(
        switchMap(() => {
          busy.next(false)
          return next(req)
        }),
      )
    }),
  )
}

// Good: finalize resets the signal on every way.
export const released: HttpInterceptorFn = (req, next) => {
  const auth = inject(AuthService)
  return next(req).pipe(
    catchError((e: HttpErrorResponse) => {
      if (e.status !== 401 || done()) return throwError(() => e)
      done.set(true)
      return auth.refreshToken().pipe(
        switchMap(() => next(req)),
        finalize(() => done.set(false)),
      )
    }),
  )
}
