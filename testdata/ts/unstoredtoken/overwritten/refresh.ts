import axios from 'axios';
import { Renewed, Session } from './types';
import { saveBoth, saveCareful, saveRefresh, storage } from './save';

declare const state: { refreshToken?: string };
const old = () => localStorage.getItem('rt') ?? '';

// Stored as it is, whether there or not.
export async function stored(rt: string) {
  const { data } = await axios.post<Renewed>('/auth/refresh', { rt });
  localStorage.setItem('token', data.access_token);
  localStorage.setItem('rt', data.refresh_token); // want "error: `data.refresh_token` takes the place of the refresh token, also where the answer to the refresh has none"
}

export async function storedTakenApart(rt: string) {
  const {
    data: { access_token, refresh_token },
  } = await axios.post<Renewed>('/auth/refresh', { rt });
  localStorage.setItem('token', access_token);
  localStorage.setItem('rt', refresh_token); // want "`refresh_token` takes the place"
}

export function storedInThen(rt: string) {
  return axios.post<Renewed>('/auth/refresh', { rt }).then(({ data }) => {
    localStorage.token = data.access_token;
    localStorage.rt = data.refresh_token; // want "takes the place"
  });
}

// The type stands where the body is read.
export async function fetched(rt: string) {
  const res = await fetch('/auth/refresh', { method: 'POST', body: JSON.stringify({ rt }) });
  const data: Session = await res.json();
  localStorage.setItem('token', data.accessToken);
  localStorage.setItem('rt', data.refreshToken); // want "takes the place"
}

export async function fetchedAs(rt: string) {
  const res = await fetch('/auth/refresh', { method: 'POST', body: JSON.stringify({ rt }) });
  const data = (await res.json()) as Renewed;
  localStorage.setItem('token', data.access_token);
  localStorage.setItem('rt', data.refresh_token); // want "takes the place"
}

// That the access token is there says nothing of the other; nor does a test of
// the old one.
export async function testsTheOther() {
  const refresh_token = localStorage.getItem('rt');
  if (!refresh_token) throw new Error('logged out');
  const { data } = await axios.post<Renewed>('/auth/refresh', { refresh_token });
  if (data.access_token) {
    localStorage.setItem('token', data.access_token);
    localStorage.setItem('rt', data.refresh_token); // want "takes the place"
  }
}

// Through wrappers.
export async function wrapped(rt: string) {
  const { data } = await axios.post<Renewed>('/auth/refresh', { rt });
  storage.set('token', data.access_token);
  storage.set('rt', data.refresh_token); // want "takes the place"
}

export async function wrappedValue(rt: string) {
  const { data } = await axios.post<Renewed>('/auth/refresh', { rt });
  saveBoth(data.access_token, data.refresh_token); // want "takes the place"
}

export async function wrappedField(rt: string) {
  const { data } = await axios.post<Renewed>('/auth/refresh', { rt });
  saveRefresh(data); // want "takes the place"
}

// The answer comes out of a function of the project.
async function renew(rt: string): Promise<Renewed> {
  const { data } = await axios.post('/auth/refresh', { rt });
  return data;
}
export async function renewed(rt: string) {
  const tokens = await renew(rt);
  localStorage.setItem('token', tokens.access_token);
  localStorage.setItem('rt', tokens.refresh_token); // want "takes the place"
}

// Into an object that has one.
export async function spread(token: { refreshToken: string }) {
  const { data } = await axios.post<Renewed>('/auth/refresh', token);
  return {
    ...token,
    accessToken: data.access_token,
    refreshToken: data.refresh_token, // want "takes the place"
  };
}

export class Client {
  private refreshToken?: string;
  private accessToken?: string;
  async refresh() {
    const { data } = await axios.post<Renewed>('/auth/refresh', { token: this.refreshToken });
    this.accessToken = data.access_token;
    this.refreshToken = data.refresh_token; // want "takes the place"
  }
}

export async function assigned(account: { refresh_token?: string }) {
  const { data } = await axios.post<Renewed>('/auth/refresh', account);
  account.refresh_token = data.refresh_token; // want "takes the place"
  state.refreshToken = data.refresh_token; // want "takes the place"
}

// Good: the old one stays.
export async function keepsOld(rt: string) {
  const { data } = await axios.post<Renewed>('/auth/refresh', { rt });
  localStorage.setItem('rt', data.refresh_token ?? old());
  storage.set('rt', data.refresh_token || rt);
  saveRefresh({ refresh_token: data.refresh_token ?? rt });
  return { ...state, refreshToken: data.refresh_token ?? state.refreshToken };
}

export async function keepsOldByDefault(rt: string) {
  const { refresh_token = rt } = (await axios.post<Renewed>('/auth/refresh', { rt })).data;
  localStorage.setItem('rt', refresh_token);
}

export async function keepsOldByTernary(rt: string) {
  const { data } = await axios.post<Renewed>('/auth/refresh', { rt });
  const next = data.refresh_token ? data.refresh_token : rt;
  localStorage.setItem('rt', next);
}

export async function keepsOldInVariable(rt: string) {
  const { data } = await axios.post<Renewed>('/auth/refresh', { rt });
  let next = rt;
  if (data.refresh_token) next = data.refresh_token;
  localStorage.setItem('rt', next);
}

// Good: only where there is one.
export async function onlyIfThere(rt: string) {
  const { data } = await axios.post<Renewed>('/auth/refresh', { rt });
  if (data.refresh_token) localStorage.setItem('rt', data.refresh_token);
}

export async function onlyIfThereLater(rt: string) {
  const { data } = await axios.post<Renewed>('/auth/refresh', { rt });
  const next = data.refresh_token;
  next && storage.set('rt', next);
}

export async function onlyIfIn(rt: string) {
  const { data } = await axios.post<Renewed>('/auth/refresh', { rt });
  if ('refresh_token' in data) localStorage.setItem('rt', data.refresh_token);
}

export async function leavesBefore(rt: string) {
  const { data } = await axios.post<Renewed>('/auth/refresh', { rt });
  if (!data.access_token || !data.refresh_token) throw new Error('no tokens');
  localStorage.setItem('rt', data.refresh_token);
}

// Good: filled in before.
export async function filledIn(rt: string) {
  const { data } = await axios.post<Renewed>('/auth/refresh', { rt });
  data.refresh_token ??= rt;
  localStorage.setItem('rt', data.refresh_token);
}

// Good: a function looks at the answer.
declare function complete(t: unknown): boolean;
export async function looked(rt: string) {
  const { data } = await axios.post<Renewed>('/auth/refresh', { rt });
  if (!complete(data)) throw new Error('no tokens');
  localStorage.setItem('rt', data.refresh_token);
}

// Good: the wrapper asks.
export async function wrapperAsks(rt: string) {
  const { data } = await axios.post<Renewed>('/auth/refresh', { rt });
  saveCareful(data.access_token, data.refresh_token);
}

// Good: the answer to a login has one, or none was there before.
export async function login(c: object) {
  const { data } = await axios.post<Renewed>('/auth/login', c);
  localStorage.setItem('token', data.access_token);
  localStorage.setItem('rt', data.refresh_token);
}

// Good: nothing says that this server leaves it out.
export async function always(rt: string) {
  const { data } = await axios.post<{ access_token: string; refresh_token: string }>('/auth/refresh', { rt });
  localStorage.setItem('rt', data.refresh_token);
}

// RFC 6749 lets a server leave it out, which most that rotate do not.
export async function grant(rt: string) {
  const { data } = await axios.post('/connect/token', { grant_type: 'refresh_token', refresh_token: rt });
  localStorage.setItem('token', data.access_token);
  localStorage.setItem('rt', data.refresh_token); // want:strict "warning: `data.refresh_token` takes the place"
}

// Good: a new object, which has none.
export async function fresh(rt: string) {
  const { data } = await axios.post<Renewed>('/auth/refresh', { rt });
  const made: { refreshToken?: string } = {};
  made.refreshToken = data.refresh_token;
  return { at: Date.now(), accessToken: data.access_token, refreshToken: data.refresh_token, made };
}

// gap: the answer is stored as a whole, over one that had a refresh token.
export async function whole(rt: string) {
  const { data } = await axios.post<Renewed>('/auth/refresh', { rt });
  localStorage.setItem('tokens', JSON.stringify(data));
}

// gap: a state that takes what it is given in the place of what it has.
declare const setRefreshToken: (t?: string) => void;
export async function intoState(rt: string) {
  const { data } = await axios.post<Renewed>('/auth/refresh', { rt });
  setRefreshToken(data.refresh_token);
}
