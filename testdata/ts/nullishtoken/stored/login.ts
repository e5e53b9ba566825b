import axios from 'axios';
import ky from 'ky';
import { post, postChecked, raise, store } from './api';

type Init = RequestInit;

// The body of a 401 is read like any other, and "undefined" is stored.
export async function login(init: Init) {
  const data = await (await fetch('/login', init)).json();
  localStorage.setItem('token', data.token); // want "warning: `token` is stored without a look at the answer: where the login is refused there is no token, and the text `undefined` is stored for one"
}

export async function inTwoSteps(init: Init) {
  const response = await fetch('/auth/login', init);
  const { accessToken } = await response.json();
  sessionStorage.setItem('jwt', accessToken); // want "is stored without a look"
  location.href = '/';
}

export function chained(init: Init) {
  fetch('/login', init)
    .then((response) => response.json())
    .then((data) => {
      localStorage.setItem('token', data.token); // want "is stored without a look"
    })
    .catch((error) => console.error(error)); // fetch does not get here
}

// A log looks at nothing.
export function logged(init: Init) {
  fetch('/login', init)
    .then((answer) => answer.json())
    .then((answer) => {
      console.log('tokens', answer);
      localStorage.setItem('token', answer.token); // want "is stored without a look"
      localStorage.setItem('refreshToken', answer.refreshToken); // the same look
    });
}

export async function asProperty(init: Init) {
  const data = await (await fetch('/login', init)).json();
  localStorage.token = data.token; // want "is stored without a look"
}

export async function renewed(init: Init) {
  const data = await (await fetch('/auth/refresh', init)).json();
  store(data.access_token); // want "where the refresh is refused"
}

export async function wrapped(c: object) {
  const data = await post('/login', c);
  localStorage.setItem('token', data.token); // want "is stored without a look"
}

// Good: the answer is looked at, in one way or another.
export async function ok(init: Init) {
  const response = await fetch('/login', init);
  if (!response.ok) throw new Error('refused');
  const data = await response.json();
  localStorage.setItem('token', data.token);
}

export async function status(init: Init) {
  const response = await fetch('/login', init);
  const data = await response.json();
  if (response.status === 200) localStorage.setItem('token', data.token);
}

export async function switched(init: Init) {
  const response = await fetch('/login', init);
  const data = await response.json();
  switch (response.status) {
    case 200:
      localStorage.setItem('token', data.token);
  }
}

export async function token(init: Init) {
  const data = await (await fetch('/login', init)).json();
  if (data.token) localStorage.setItem('token', data.token);
}

export async function error(init: Init) {
  const data = await (await fetch('/login', init)).json();
  if (data.error) return data.error;
  localStorage.setItem('token', data.token);
}

export function inThen(init: Init) {
  return fetch('/login', init)
    .then((response) => {
      if (!response.ok) throw new Error('refused');
      return response.json();
    })
    .then(({ token }) => localStorage.setItem('token', token));
}

export function ternary(init: Init) {
  return fetch('/login', init)
    .then((response) => (response.ok ? response.json() : Promise.reject(response)))
    .then(({ token }) => localStorage.setItem('token', token));
}

export async function raised(init: Init) {
  const response = await fetch('/login', init);
  raise(response);
  const data = await response.json();
  localStorage.setItem('token', data.token);
}

export async function checked(c: object) {
  const data = await postChecked('/login', c);
  localStorage.setItem('token', data.token);
}

export async function orNothing(init: Init) {
  const data = await (await fetch('/login', init)).json();
  localStorage.setItem('token', data.token ?? '');
}

// Good: these clients reject.
export async function rejects(c: object) {
  const { data } = await axios.post('/login', c);
  localStorage.setItem('token', data.token);
  const answer: any = await ky.post('/login', { json: c }).json();
  localStorage.setItem('token', answer.token);
}

// Good: no token, and no login.
export async function others(init: Init) {
  const data = await (await fetch('/login', init)).json();
  localStorage.setItem('theme', data.theme);
  const csrf = await (await fetch('/form')).json();
  localStorage.setItem('token', csrf.token);
}

// Good: undefined is not kept by JSON.
export async function asObject(init: Init) {
  const data = await (await fetch('/login', init)).json();
  localStorage.setItem('session', JSON.stringify({ token: data.token }));
}
