import { HttpEvent, HttpHandler, HttpInterceptor, HttpRequest } from '@angular/common/http'
import { Injectable } from '@angular/core'
import { catchError, Observable, switchMap, throwError } from 'rxjs'
import { AuthService } from './auth.service'

@Injectable()
export class AuthInterceptor implements HttpInterceptor {
  constructor(private auth: AuthService) {}

  // Good: a new copy is made with the new token.
  intercept(req: HttpRequest<unknown>, next: HttpHandler): Observable<HttpEvent<unknown>> {
    const authorized = this.add(req, this.auth.token)
    return next.handle(authorized).pipe(
      catchError((error) => {
        if (error.status !== 401) return throwError(() => error)
        return this.auth.refreshToken().pipe(switchMap(({ token }) => next.handle(this.add(req, token))))
      }),
    )
  }

  private add(req: HttpRequest<unknown>, token: string | null) {
    return req.clone({ setHeaders: { Authorization: `Bearer ${token}` } })
  }
}
