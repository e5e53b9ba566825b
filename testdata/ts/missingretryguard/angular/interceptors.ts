import { HttpClient, HttpContextToken, HttpErrorResponse, HttpEvent, HttpHandler, HttpInterceptor, HttpInterceptorFn, HttpRequest } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { Observable, catchError, switchMap, throwError } from 'rxjs';
import { AuthService } from './auth.service';

// HttpClient runs every interceptor again, this one too.
@Injectable()
export class ThroughClient implements HttpInterceptor {
  constructor(private http: HttpClient, private auth: AuthService) {}

  intercept(req: HttpRequest<unknown>, next: HttpHandler): Observable<HttpEvent<unknown>> {
    return next.handle(req).pipe(
      catchError((error: HttpErrorResponse) => {
        if (error.status === 401) {
          return this.auth.refresh().pipe(
            switchMap(() => this.http.request(req.clone())), // want "this interceptor of `HttpClient` with no guard"
          );
        }
        return throwError(() => error);
      }),
    );
  }
}

// Good: next does not enter the same interceptor again.
@Injectable()
export class ThroughNext implements HttpInterceptor {
  constructor(private auth: AuthService) {}

  intercept(req: HttpRequest<unknown>, next: HttpHandler): Observable<HttpEvent<unknown>> {
    return next.handle(req).pipe(
      catchError((error) => {
        if (error instanceof HttpErrorResponse && error.status === 401) {
          return this.auth.refresh().pipe(switchMap((token) => next.handle(req.clone({ setHeaders: { Authorization: `Bearer ${token}` } }))));
        }
        return throwError(() => error);
      }),
    );
  }
}

// Good: a header marks the second try.
export const marked: HttpInterceptorFn = (req, next) => {
  const http = inject(HttpClient);
  return next(req).pipe(
    catchError((error) => {
      if (error.status === 401 && !req.headers.has('X-Retry')) {
        return http.request(req.clone({ setHeaders: { 'X-Retry': '1' } }));
      }
      return throwError(() => error);
    }),
  );
};

// Good: so does a context token.
const RETRIED = new HttpContextToken(() => false);
export const inContext: HttpInterceptorFn = (req, next) => {
  const http = inject(HttpClient);
  return next(req).pipe(
    catchError((error) => {
      if (error.status === 401 && !req.context.get(RETRIED)) {
        return http.request(req.clone({ context: req.context.set(RETRIED, true) }));
      }
      return throwError(() => error);
    }),
  );
};

export const unmarked: HttpInterceptorFn = (req, next) => {
  const http = inject(HttpClient);
  return next(req).pipe(
    catchError((error) => (error.status === 401 ? http.request(req) : throwError(() => error))), // want "this interceptor of `HttpClient` with no guard"
  );
};

// Good: nobody takes this observable, so nothing is sent again.
@Injectable()
export class Dropped implements HttpInterceptor {
  constructor(private auth: AuthService) {}

  intercept(req: HttpRequest<unknown>, next: HttpHandler): Observable<HttpEvent<unknown>> {
    return next.handle(req).pipe(
      catchError((error) => {
        if (error.status === 401) {
          this.auth.refresh().subscribe((token) => {
            req = req.clone({ setHeaders: { Authorization: `Bearer ${token}` } });
            this.intercept(req, next);
          });
        }
        return throwError(() => error);
      }),
    );
  }
}
