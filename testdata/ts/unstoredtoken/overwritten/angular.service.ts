import { HttpClient } from '@angular/common/http';
import { catchError, map, switchMap, tap, throwError } from 'rxjs';
import { Renewed } from './types';

export class AuthService {
  constructor(private http: HttpClient) {}

  refresh(rt: string) {
    return this.http.post<Renewed>('/auth/refresh', { rt }).pipe(
      catchError((e) => throwError(() => e)),
      tap((answer) => {
        localStorage.setItem('token', answer.access_token);
        localStorage.setItem('rt', answer.refresh_token); // want "error: `answer.refresh_token` takes the place"
      }),
    );
  }

  subscribed(rt: string) {
    this.http.post<Renewed>('/auth/refresh', { rt }).subscribe({
      next: ({ refresh_token }) => localStorage.setItem('rt', refresh_token), // want "takes the place"
    });
  }

  // Good: it looks.
  looks(rt: string) {
    return this.http.post<Renewed>('/auth/refresh', { rt }).pipe(
      switchMap((answer) => {
        if (answer.refresh_token) localStorage.setItem('rt', answer.refresh_token);
        return this.http.get('/me');
      }),
    );
  }

  // Good: what comes out of map is another object.
  mapped(rt: string) {
    return this.http.post<Renewed>('/auth/refresh', { rt }).pipe(
      map((answer) => complete(answer)),
      tap((tokens) => localStorage.setItem('rt', tokens.refresh_token)),
    );
  }
}

declare function complete(answer: Renewed): { refresh_token: string };
