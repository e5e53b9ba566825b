import { HttpInterceptorFn } from '@angular/common/http'
import { inject } from '@angular/core'
import { from, retry, switchMap, catchError, tap, throwError } from 'rxjs'
import { AuthService } from './auth.service'
import { renew } from './session'

// a: what tap is given for failures runs when the request was refused.
export const looking: HttpInterceptorFn = (req, next) => {
  const auth = inject(AuthService)
  return next(req).pipe(
    tap({
      error: (error) => {
        if (error.status === 401 && !req.url.includes('/auth/')) auth.refresh().subscribe() // want "warning: requests that are refused at the same time each call `auth.refresh`"
      },
    }),
  )
}

// a: and so does its second function.
export const second: HttpInterceptorFn = (req, next) => {
  const auth = inject(AuthService)
  return next(req).pipe(
    tap(
      () => {},
      (error) => {
        if (error.status === 401 && !req.url.includes('/auth/')) auth.refresh().subscribe() // want "warning: requests that are refused at the same time each call `auth.refresh`"
      },
    ),
  )
}

// a: the delay of retry.
export const retrying: HttpInterceptorFn = (req, next) => {
  const auth = inject(AuthService)
  return next(req).pipe(
    retry({
      count: 1,
      delay: (error) => (error.status === 401 && !req.url.includes('/auth/') ? auth.refresh() : throwError(() => error)), // want "warning: requests that are refused at the same time each call `auth.refresh`"
    }),
  )
}

// a: a promise that is made a stream.
export const promised: HttpInterceptorFn = (req, next) =>
  next(req).pipe(
    catchError((error) => {
      if (error.status !== 401) return throwError(() => error)
      return from(renew()).pipe(switchMap(() => next(req))) // want "warning: requests that are refused at the same time each call `renew`"
    }),
  )
