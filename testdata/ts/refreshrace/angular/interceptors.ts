import { HttpInterceptorFn } from '@angular/common/http'
import { inject } from '@angular/core'
import { BehaviorSubject, catchError, filter, switchMap, take, throwError } from 'rxjs'
import { AuthService } from './auth.service'

export const racing: HttpInterceptorFn = (req, next) => {
  const auth = inject(AuthService)
  return next(req).pipe(
    catchError((error) => {
      if (error.status !== 401) return throwError(() => error)
      return auth.refresh().pipe(switchMap(() => next(req))) // want "warning: requests that are refused at the same time each call `auth.refresh`; each refresh replaces"
    }),
  )
}

// The service shares one observable.
export const shared: HttpInterceptorFn = (req, next) => {
  const auth = inject(AuthService)
  return next(req).pipe(
    catchError((error) => {
      if (error.status !== 401) return throwError(() => error)
      return auth.refreshOnce().pipe(switchMap(() => next(req)))
    }),
  )
}

let isRefreshing = false
const refreshed = new BehaviorSubject<boolean>(false)

// A flag, and a subject on which the others wait.
export const gated: HttpInterceptorFn = (req, next) => {
  const auth = inject(AuthService)
  return next(req).pipe(
    catchError((error) => {
      if (error.status !== 401) return throwError(() => error)
      if (isRefreshing) {
        return refreshed.pipe(filter(Boolean), take(1), switchMap(() => next(req)))
      }
      isRefreshing = true
      refreshed.next(false)
      return auth.refresh().pipe(
        switchMap(() => {
          isRefreshing = false
          refreshed.next(true)
          return next(req)
        }),
      )
    }),
  )
}
