import { HttpInterceptorFn } from '@angular/common/http'

export const dropped: HttpInterceptorFn = (req, next) => {
  req.clone({ setHeaders: { Authorization: 'Bearer x' } }) // want "req.clone"
  return next(req)
}

export const unused: HttpInterceptorFn = (req, next) => {
  const copy = req.clone({ setHeaders: { Authorization: 'Bearer x' } }) // want "copy"
  return next(req)
}
