import { HttpClient } from '@angular/common/http';
import { inject, Injectable, signal } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { createAction, props, Store } from '@ngrx/store';
import { patchState, signalStore, withMethods, withState } from '@ngrx/signals';
import { catchError, exhaustMap, map, of, switchMap, tap } from 'rxjs';

interface LoginAnswer {
  token: string;
  user: string;
}

const login = createAction('login', props<{ name: string }>());
const loggedIn = createAction('logged in', props<{ token: string }>());
const done = createAction('done');

@Injectable()
export class AuthEffects {
  private actions$ = inject(Actions);
  private http = inject(HttpClient);
  private store = inject(Store);

  // Good: the answer becomes an action.
  login$ = createEffect(() =>
    this.actions$.pipe(
      ofType(login),
      exhaustMap((c) =>
        this.http.post<LoginAnswer>('/api/login', c).pipe(
          map((answer) => loggedIn({ token: answer.token })),
          catchError(() => of(done())),
        ),
      ),
    ),
  );

  loginShort$ = createEffect(() =>
    this.actions$.pipe(
      ofType(login),
      switchMap((c) => this.http.post<LoginAnswer>('/api/login', c).pipe(map(loggedIn))),
    ),
  );

  // Good: dispatched by hand, or kept in a signal.
  loginNow(name: string) {
    this.http.post<LoginAnswer>('/api/login', { name }).subscribe(({ token }) => this.store.dispatch(loggedIn({ token })));
  }

  token = signal('');

  loginSignal(name: string) {
    this.http.post<LoginAnswer>('/api/login', { name }).subscribe((answer) => this.token.set(answer.token));
  }

  loginLost(name: string) {
    this.http.post<LoginAnswer>('/api/login', { name }).subscribe(() => this.store.dispatch(done())); // want "goes nowhere"
  }

  loginUser(name: string) {
    this.http.post<LoginAnswer>('/api/login', { name }).subscribe((answer) => this.store.dispatch({ type: 'user', user: answer.user })); // want "goes nowhere"
  }
}

export const SessionStore = signalStore(
  withState({ token: '', ok: false }),
  withMethods((store, http = inject(HttpClient)) => ({
    login(c: object) {
      return http.post<LoginAnswer>('/api/login', c).pipe(tap((answer) => patchState(store, { token: answer.token })));
    },
    loginLost(c: object) {
      http.post<LoginAnswer>('/api/login', c).subscribe(() => patchState(store, { ok: true })); // gap: a client injected as the default of a parameter is not known
    },
  })),
);
