import { HttpInterceptorFn } from '@angular/common/http';

// Good: an interceptor sends credentials with every request of the application.
export const credentialsInterceptor: HttpInterceptorFn = (req, next) => next(req.clone({ withCredentials: true }));
