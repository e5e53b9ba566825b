import { HttpClient } from '@angular/common/http';
import { Injectable } from '@angular/core';
import { BehaviorSubject, tap, map, switchMap, catchError, of } from 'rxjs';
import { environment } from './environment';

interface LoginResponse {
  accessToken: string;
  user: string;
}

@Injectable({ providedIn: 'root' })
export class AuthService {
  private token$ = new BehaviorSubject<string | null>(null);

  constructor(private http: HttpClient) {}

  // Good: handed back.
  login(name: string, password: string) {
    return this.http.post(`${environment.apiUrl}/auth/login`, { name, password });
  }

  // Good: kept on the way.
  loginTapped(name: string) {
    return this.http
      .post<LoginResponse>(`${environment.apiUrl}/auth/login`, { name })
      .pipe(tap((answer) => localStorage.setItem('token', answer.accessToken)));
  }

  loginMapped(name: string) {
    return this.http.post<LoginResponse>(`${environment.apiUrl}/auth/login`, { name }).pipe(
      map((answer) => {
        this.token$.next(answer.accessToken);
        return answer.user;
      }),
      catchError(() => of(null)),
    );
  }

  loginObserver(name: string) {
    this.http.post<LoginResponse>(`${environment.apiUrl}/auth/login`, { name }).subscribe({
      next: (answer) => this.token$.next(answer.accessToken),
      error: () => this.token$.next(null),
    });
  }

  loginThenProfile(name: string) {
    return this.http
      .post<LoginResponse>(`${environment.apiUrl}/auth/login`, { name })
      .pipe(switchMap((answer) => this.http.get('/me', { headers: { Authorization: `Bearer ${answer.accessToken}` } })));
  }

  loginLost(name: string) {
    this.http.post(`${environment.apiUrl}/auth/login`, { name }).subscribe(() => this.token$.next('yes')); // want "the token that the login `this.http.post` answers with goes nowhere"
  }

  loginLostInObserver(name: string) {
    this.http.post(`${environment.apiUrl}/auth/login`, { name }).subscribe({ complete: () => this.token$.next('yes') }); // want "goes nowhere"
  }
}
