import { HttpEvent, HttpHandler, HttpInterceptor, HttpRequest } from '@angular/common/http'
import { Injectable } from '@angular/core'
import { catchError, Observable, switchMap, throwError } from 'rxjs'
import { AuthService } from './auth.service'

@Injectable()
export class AuthInterceptor implements HttpInterceptor {
  constructor(private auth: AuthService) {}

  // e: the copy with the old token is sent again.
  intercept(req: HttpRequest<unknown>, next: HttpHandler): Observable<HttpEvent<unknown>> {
    const authorized = req.clone({ setHeaders: { Authorization: `Bearer ${this.auth.token}` } })
    return next.handle(authorized).pipe(
      catchError((error) => {
        if (error.status !== 401) return throwError(() => error)
        return this.auth.refreshToken().pipe(switchMap(() => next.handle(authorized))) // want "error: the request is sent again through `next.handle` with the Authorization header that was refused: it was made before the refresh"
      }),
    )
  }
}
