import { HttpBackend, HttpClient, HttpErrorResponse, HttpHandler, HttpInterceptor, HttpRequest } from '@angular/common/http'
import { Injectable } from '@angular/core'
import { Subject, throwError } from 'rxjs'
import { catchError, exhaustMap, share, switchMap, take, tap } from 'rxjs/operators'

// Good: exhaustMap ignores whoever asks while a refresh is under way, and all wait for its token.
@Injectable()
export class ExhaustInterceptor implements HttpInterceptor {
  private bare: HttpClient
  private asked = new Subject<void>()
  private tokens = this.asked.pipe(
    exhaustMap(() => this.bare.post<{ accessToken: string; refreshToken: string }>('/auth/refresh', { token: localStorage.getItem('rt') })),
    tap((t) => {
      localStorage.setItem('token', t.accessToken)
      localStorage.setItem('rt', t.refreshToken)
    }),
    share(),
  )
  constructor(backend: HttpBackend) {
    this.bare = new HttpClient(backend)
  }
  intercept(req: HttpRequest<unknown>, next: HttpHandler) {
    return next.handle(req).pipe(
      catchError((e: HttpErrorResponse) => {
        if (e.status !== 401) return throwError(() => e)
        const token = this.tokens.pipe(
          take(1),
          switchMap((t) => next.handle(req.clone({ setHeaders: { Authorization: `Bearer ${t.accessToken}` } }))),
        )
        queueMicrotask(() => this.asked.next())
        return token
      }),
    )
  }
}
