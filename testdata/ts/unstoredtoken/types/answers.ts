import axios, { type AxiosResponse } from 'axios';
import type { Api } from './api';

interface Result<T> {
  code: number;
  data: T;
}
type LoginResponse = { token: string; user: { name: string } };
class LoginDto {
  accessToken!: string;
  name!: string;
}
interface Profile {
  name: string;
}

const api = axios.create();
const url = '/auth/login';

// The type of an answer says that it has a token, wherever the type is written.
export async function byArgument() {
  await api.post<LoginResponse>(url); // want "goes nowhere"
}
export async function byInlineType() {
  const { data } = await api.post<{ token: string; ok: boolean }>(url); // want "goes nowhere"
  return data.ok;
}
export async function byClass() {
  await api.post<LoginDto>(url); // want "goes nowhere"
}
export async function byEnvelope() {
  await api.post<Result<LoginResponse>>(url); // want "goes nowhere"
}
export async function byNamespace() {
  await api.post<Api.LoginResult>(url); // want "goes nowhere"
}
export async function byAnnotation() {
  const answer: AxiosResponse<LoginResponse> = await api.post(url); // want "goes nowhere"
  if (answer.status !== 200) throw new Error('refused');
}
export async function byCast() {
  const answer = (await api.post(url)) as AxiosResponse<LoginResponse>; // want "goes nowhere"
  if (answer.status !== 200) throw new Error('refused');
}
const send = (): Promise<AxiosResponse<LoginResponse>> => api.post(url);
export async function byReturnType() {
  await send(); // want "the token that the login `send` answers with goes nowhere"
}

// Only the user is kept, and the type shows that no token is in there.
export async function userOnly() {
  const { data } = await api.post<{ token: string; name: string }>(url); // want "goes nowhere"
  sessionStorage.setItem('name', data.name);
}

// Good: kept.
export async function kept() {
  const { data } = await api.post<LoginResponse>(url);
  localStorage.setItem('token', data.token);
  return data.user.name;
}
// Good: the envelope goes on with the token in it.
export async function envelopeKept(save: (r: LoginResponse) => void) {
  const { data } = await api.post<Result<LoginResponse>>(url);
  save(data.data);
}
// Good: the type has no token; a cookie holds the session.
export async function noToken() {
  await api.post<Profile>(url);
}
// Good: the token need not be there.
export async function optional() {
  await api.post<{ token?: string; twoFactor?: boolean }>(url);
}
// Good: a union may be the one without.
export async function union() {
  await api.post<LoginResponse | Profile>(url);
}
// Good: a token of another trade.
export async function csrf() {
  await api.post<{ csrfToken: string }>(url);
}

// Only the message beside the envelope is kept.
export async function besideEnvelope() {
  const { data } = await api.post<{ greeting: string; session: { token: string } }>(url); // want "goes nowhere"
  sessionStorage.setItem('greeting', data.greeting);
}
