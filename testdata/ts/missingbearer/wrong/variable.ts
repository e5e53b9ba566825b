import axios from 'axios';
import { useSelector } from 'react-redux';
import { store } from './store';

declare const accessToken: string;

// A variable is the whole value.
export function viaXHR(token: string) {
  const xhr = new XMLHttpRequest();
  xhr.open('GET', '/api/me');
  xhr.setRequestHeader('Authorization', token); // want "warning: `token` is sent without a scheme"
  xhr.send();
}

export function viaHeaders() {
  const h = new Headers();
  h.set('Authorization', accessToken); // want "`accessToken`"
  h.append('authorization', accessToken); // want "`accessToken`"
  return fetch('/api/me', { headers: h });
}

export function viaInit() {
  return fetch('/api/me', { headers: new Headers({ Authorization: accessToken }) }); // want "`accessToken`"
}

export function viaPairs() {
  return fetch('/api/me', { headers: new Headers([['Authorization', accessToken]]) }); // want "`accessToken`"
}

export function viaAssignment() {
  const headers: Record<string, string> = {};
  headers.Authorization = accessToken; // want "`accessToken`"
  headers['Authorization'] = accessToken; // want "`accessToken`"
  return fetch('/api/me', { headers });
}

export function viaDefaults() {
  axios.defaults.headers.common['Authorization'] = accessToken; // want "`accessToken`"
  axios.defaults.headers.common.Authorization = accessToken; // want "`accessToken`"
}

axios.interceptors.request.use((config) => {
  config.headers.Authorization = store.getState().auth.token; // want "`store.getState\\(\\).auth.token`"
  return config;
});

export function useMe() {
  const { userToken } = useSelector((s: any) => s.auth);
  const auth = useSelector((s: any) => s.auth);
  axios.get('/api/me', { headers: { Authorization: userToken } }); // want "`userToken`"
  axios.get('/api/me', { headers: { Authorization: auth?.accessToken } }); // want "`auth\\?.accessToken`"
}

export const shorthand = (Authorization: string) => Authorization;
export function viaShorthand() {
  const Authorization = localStorage.getItem('token');
  return fetch('/api/me', { headers: { Authorization } }); // want "`Authorization` is sent without a scheme"
}

// From the environment of a server.
export const fromEnv = fetch('/api/x', { headers: { Authorization: process.env.API_TOKEN! } }); // want "`process.env.API_TOKEN`"
export const fromVite = fetch('/api/x', { headers: { Authorization: import.meta.env.VITE_ACCESS_TOKEN } }); // want "without a scheme"

// A JSON Web Token as it is.
export const literal = fetch('/api/x', { headers: { Authorization: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl' } }); // want "the literal token is sent without a scheme"

export class Api {
  private token = localStorage.getItem('token');
  me() {
    return axios.get('/api/me', { headers: { Authorization: this.token } }); // want "`this.token`"
  }
}
