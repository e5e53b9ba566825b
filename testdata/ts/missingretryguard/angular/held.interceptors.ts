import { HttpClient, HttpInterceptorFn } from '@angular/common/http';
import { inject, signal } from '@angular/core';
import { catchError, throwError } from 'rxjs';

const again = signal(false);

// Good: a signal says that it was sent again.
export const signalled: HttpInterceptorFn = (req, next) => {
  const http = inject(HttpClient);
  return next(req).pipe(
    catchError((error) => {
      if (error.status !== 401 || again()) return throwError(() => error);
      again.set(true);
      return http.request(req.clone());
    }),
  );
};
