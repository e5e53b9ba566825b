import { HttpInterceptorFn } from '@angular/common/http'

export const sent: HttpInterceptorFn = (req, next) => next(req.clone({ setHeaders: { Authorization: 'Bearer x' } })) // sent
export const assigned: HttpInterceptorFn = (req, next) => {
  req = req.clone({ setHeaders: { Authorization: 'Bearer x' } }) // assigned
  return next(req)
}
export const other = (req: { clone(o: object): void }, next: (r: object) => void) => {
  req.clone({}) // no interceptor of Angular
  next(req)
}
