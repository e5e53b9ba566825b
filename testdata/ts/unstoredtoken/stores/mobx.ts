import { action, makeAutoObservable, observable, runInAction } from 'mobx';
import { api } from './client';

// Good: an observable of the store.
export class SessionStore {
  token = '';
  failed = false;

  constructor() {
    makeAutoObservable(this);
  }

  async login(c: object) {
    const { data } = await api.post('/login', c);
    runInAction(() => {
      this.token = data.token;
    });
  }

  *loginFlow(c: object): Generator<unknown, void, { data: { token: string } }> {
    const response = yield api.post('/login', c);
    this.token = response.data.token;
  }

  loginAction(c: object) {
    return api.post('/login', c).then(
      action((response) => {
        this.token = response.data.token;
      }),
    );
  }

  async loginLost(c: object) {
    await api.post('/login', c); // want "goes nowhere"
    runInAction(() => {
      this.failed = false;
    });
  }
}

export const session = observable({ token: '', at: 0 });

export async function loginObservable(c: object) {
  const response = await api.post('/login', c);
  session.token = response.data.token;
}

export async function loginObservableLost(c: object) {
  await api.post('/login', c); // want "goes nowhere"
  session.at = Date.now();
}

// A pattern that takes how it went, and no token.
export async function loginName(c: object) {
  const {
    data: { message },
  } = await api.post('/login', c); // want "goes nowhere"
  session.at = String(message).length;
}
