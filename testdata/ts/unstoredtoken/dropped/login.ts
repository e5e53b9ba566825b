import { api } from './api';
import { session } from './session';
import { router, report } from './app';

type Credentials = { name: string; password: string };

// The answer is used for navigation only.
export async function navigates(c: Credentials) {
  await api.post('/auth/login', c); // want "the token that the login `api.post` answers with goes nowhere"
  router.push('/');
}

export function navigatesInThen(c: Credentials) {
  api.post('/auth/login', c).then(() => router.push('/')); // want "goes nowhere"
}

export function thenWithoutUse(c: Credentials) {
  api // want "goes nowhere"
    .post('/auth/login', c)
    .then((_response) => router.push('/'))
    .catch((error) => report(error));
}

// Only how it went is looked at.
export async function status(c: Credentials) {
  const response = await api.post('/auth/login', c); // want "goes nowhere"
  if (response.status === 200) router.push('/');
}

export async function message(c: Credentials) {
  const { status, statusText } = await api.post('/auth/login', c); // want "goes nowhere"
  if (status !== 200) report(statusText);
}

export async function success(c: Credentials) {
  const { data } = await api.post('/auth/login', c); // want "goes nowhere"
  if (data.success) router.push('/');
  else report(data.message);
}

// That a token is there is tested, and then it is forgotten.
export async function tested(c: Credentials) {
  const res = await api.post('/auth/login', c); // want "goes nowhere"
  if (res.data.token) router.push('/');
}

// A log keeps nothing.
export async function logged(c: Credentials) {
  const res = await api.post('/auth/login', c); // want "goes nowhere"
  console.log(res.data);
  router.push('/');
}

export async function refreshed(refreshToken: string) {
  await api.post('/auth/refresh', { refreshToken }); // want "the token that the refresh `api.post` answers with goes nowhere"
}

export async function exchanged(code: string) {
  await api.post('/oauth/token', { grant_type: 'authorization_code', code }); // want "the token that the token exchange `api.post` answers with goes nowhere"
}

export async function inTry(c: Credentials) {
  try {
    await api.post('/auth/login', c); // want "goes nowhere"
  } catch (error) {
    report(error);
  }
}

export const withVoid = (c: Credentials) => {
  void api.post('/auth/login', c); // want "goes nowhere"
};

// Good: stored.
export async function stored(c: Credentials) {
  const { data } = await api.post('/auth/login', c);
  localStorage.setItem('token', data.token);
}

export async function storedDeep(c: Credentials) {
  const res = await api.post('/auth/login', c);
  session.save(res.data.result.accessToken);
}

export async function destructuredDeep(c: Credentials) {
  const {
    data: {
      tokens: { access },
    },
  } = await api.post('/auth/login', c);
  session.save(access);
}

export function storedInThen(c: Credentials) {
  return api.post('/auth/login', c).then(({ data }) => {
    session.save(data.token);
  });
}

// Good: the answer goes on from then to then.
export function storedInSecondThen(c: Credentials) {
  api
    .post('/auth/login', c)
    .then((r) => r.data)
    .then((data) => session.save(data.token));
}

export function storedInThirdThen(c: Credentials) {
  api
    .post('/auth/login', c)
    .then((r) => {
      return r.data;
    })
    .then((data) => data.token)
    .then(session.save);
}

// Good: returned, so whoever calls has it.
export async function returned(c: Credentials) {
  return api.post('/auth/login', c);
}

export const returnedByArrow = (c: Credentials) => api.post('/auth/login', c).then((r) => r.data);

// Good: passed on.
export async function passed(c: Credentials) {
  session.save(await api.post('/auth/login', c).then((r) => r.data.token));
}

// Good: from a header of the answer.
export async function fromHeader(c: Credentials) {
  const res = await api.post('/auth/login', c);
  session.save(res.headers['x-auth-token']);
}

// Good: into the defaults of the client.
export async function intoDefaults(c: Credentials) {
  const res = await api.post('/auth/login', c);
  api.defaults.headers.common.Authorization = `Bearer ${res.data.token}`;
}

// Good: into a variable that outlives the call.
let current: unknown;
export async function intoModule(c: Credentials) {
  current = await api.post('/auth/login', c);
}
export const now = () => current;

// Good: a property of an object.
export async function intoProperty(c: Credentials) {
  const res = await api.post('/auth/login', c);
  localStorage.token = res.data.token;
}

// Good: destructured into what is there.
export async function intoDestructured(holder: { token?: string }, c: Credentials) {
  ({ token: holder.token } = (await api.post('/auth/login', c)).data);
}

// Good: about logging in, and no login.
export async function around(name: string) {
  await api.get('/auth/login');
  await api.post('/auth/request-login-code', { name });
  await api.get('/auth/login/status');
  await api.post('/auth/logout');
  await api.post('/feeds/refresh');
}

// Handed on from one then, and dropped in the next.
export function droppedInSecondThen(c: Credentials) {
  api.post('/auth/login', c).then((r) => { return r.data; }).then(() => router.push('/')); // want "goes nowhere"
}
