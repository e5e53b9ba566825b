import { HttpErrorResponse, HttpHandler, HttpInterceptor, HttpInterceptorFn, HttpRequest } from '@angular/common/http'
import { EMPTY, of, throwError } from 'rxjs'
import { catchError, switchMap } from 'rxjs/operators'

declare const auth: { refresh(): any; logout(): void }

export const swallows: HttpInterceptorFn = (req, next) =>
  next(req).pipe(catchError((e) => of(e))) // want "error: `e` in place of the error ends the failed request with neither a value nor an error"

export const empties: HttpInterceptorFn = (req, next) =>
  next(req).pipe(catchError(() => EMPTY)) // want "error: `EMPTY` in place of the error"

export const rejects: HttpInterceptorFn = (req, next) =>
  next(req).pipe(catchError((e) => throwError(() => e))) // hands it on

export const leaves: HttpInterceptorFn = (req, next) =>
  next(req).pipe(catchError((e: HttpErrorResponse) => {
    if (e.status === 401) {
      auth.logout()
      return EMPTY // for one kind of failure: the page is left
    }
    return throwError(() => e)
  }))

export const refreshes: HttpInterceptorFn = (req, next) =>
  next(req).pipe(catchError((e) => auth.refresh().pipe(
    switchMap(() => next(req)),
    catchError(() => of(null)), // of the refresh
  )))

export class ErrorInterceptor implements HttpInterceptor {
  intercept(req: HttpRequest<unknown>, next: HttpHandler) {
    return next.handle(req).pipe(catchError(this.handleError))
  }
  private handleError(error: HttpErrorResponse) {
    console.log(error.message)
    return EMPTY // want "error: `EMPTY` in place of the error"
  }
}
