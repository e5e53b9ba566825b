import { HttpErrorResponse, HttpHandler, HttpInterceptor, HttpInterceptorFn, HttpRequest } from '@angular/common/http'
import { NEVER, of, throwError } from 'rxjs'
import { catchError, tap } from 'rxjs/operators'

declare const auth: { refresh(): any; logout(): void }
declare const show: (text: string) => void

export const oneBranch: HttpInterceptorFn = (req, next) =>
  next(req).pipe(
    catchError((e: HttpErrorResponse) => { // want "error: this handler of `catchError` returns nothing on some path"
      if (e.status === 401) {
        auth.logout()
      } else {
        return throwError(() => e)
      }
    }),
  ) as any

export class ErrorInterceptor implements HttpInterceptor {
  intercept(req: HttpRequest<unknown>, next: HttpHandler): any {
    return next.handle(req).pipe(catchError((e) => this.report(e))) // want "error: this handler of `catchError` returns nothing, so whoever sent the request"
  }
  private report(e: HttpErrorResponse): any {
    show(e.message)
  }
}

export const bareReturn: HttpInterceptorFn = (req, next) =>
  next(req).pipe(catchError((e): any => { // want "returns nothing on some path"
    if (e.status === 401) return
    throw e
  }))

// Good: each way ends in a stream, a promise or a throw.
export const rejects: HttpInterceptorFn = (req, next) =>
  next(req).pipe(catchError((e) => {
    if (e.status === 401) auth.logout()
    return throwError(() => e)
  }))
export const throws: HttpInterceptorFn = (req, next) =>
  next(req).pipe(catchError((e) => { throw e }))
export const leaves: HttpInterceptorFn = (req, next) =>
  next(req).pipe(catchError((e) => (e.status === 401 ? NEVER : throwError(() => e))))
export const promises: HttpInterceptorFn = (req, next) =>
  next(req).pipe(catchError(async (e) => { // an async function returns a promise, on every way
    show(e.message)
  })) as any
// Good: streams of nothing are streams, also from elsewhere.
async function later() { show('later') }
export const streams: HttpInterceptorFn = (req, next) =>
  next(req).pipe(catchError((e) => {
    if (e.status === 401) return of()
    if (e.status === 403) return of(undefined)
    if (e.status === 404) return Promise.resolve() as any
    if (e.status === 419) return later()
    return throwError(() => e)
  }))
// Good: tap lets the failure through, whatever it returns.
export const looks: HttpInterceptorFn = (req, next) => next(req).pipe(tap({ error: (e) => { show(e.message) } }))
// Good: of another stream than the request.
export const refreshes: HttpInterceptorFn = (req, next) => {
  auth.refresh().pipe(catchError((e) => { show(e.message); return of(null) })).subscribe()
  return next(req)
}
