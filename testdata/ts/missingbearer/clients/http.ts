import { api } from './api';

// A wrapper around fetch, and one around the instance.
export function authFetch(url: string, options: RequestInit = {}) {
  const token = localStorage.getItem('token');
  return fetch(url, {
    ...options,
    headers: {
      'Content-Type': 'application/json',
      Authorization: token!, // want "`token!?` is sent without a scheme"
      ...options.headers,
    },
  });
}

export const get = (path: string, token: string) => api.get(path, { headers: { Authorization: token } }); // want "without a scheme"

export class Http {
  static token() {
    return sessionStorage.getItem('jwt');
  }
  private readonly headers = { Authorization: Http.token() }; // want "`Http.token\\(\\)`"
  get(path: string) {
    return api.get(path, { headers: this.headers as any });
  }
}
