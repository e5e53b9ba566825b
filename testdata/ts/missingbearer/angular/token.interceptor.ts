import { HttpHandlerFn, HttpHandler, HttpInterceptor, HttpInterceptorFn, HttpRequest } from '@angular/common/http';
import { Injectable } from '@angular/core';

@Injectable()
export class TokenInterceptor implements HttpInterceptor {
  intercept(request: HttpRequest<any>, next: HttpHandler) {
    const token = localStorage.getItem('accessToken');
    const headers: any = {
      Authorization: token, // want "`token` is sent without a scheme"
    };
    request = request.clone({ setHeaders: headers });
    return next.handle(request);
  }
}

export const tokenInterceptor: HttpInterceptorFn = (req: HttpRequest<any>, next: HttpHandlerFn) => {
  const token = localStorage.getItem('token')!;
  const a = req.clone({ setHeaders: { Authorization: token } }); // want "`token`"
  const b = req.clone({ headers: req.headers.set('Authorization', token) }); // want "`token`"
  const c = req.clone({ headers: req.headers.append('Authorization', token) }); // want "`token`"
  const passed = req.clone({ headers: req.headers.set('Authorization', req.headers.get('Authorization')!) }); // another header is copied
  return next(Math.random() ? a : Math.random() ? b : Math.random() ? c : passed);
};
