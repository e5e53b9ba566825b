// Good: a wrapper that adds credentials to every request.
export const send = (path: string, init: RequestInit = {}) =>
  fetch('https://api.example.com' + path, { credentials: 'include', ...init });

// A wrapper that leaves them out.
export async function sendPlain(path: string, body: unknown) {
  const res = await fetch('https://api.example.com' + path, { method: 'POST', body: JSON.stringify(body) });
  return res.json();
}

// Good: a wrapper whose callers decide.
export const sendWith = (path: string, init: RequestInit) => fetch('https://api.example.com' + path, init);

export class Api {
  constructor(private base: string) {}
  post(path: string, body: unknown) {
    return fetch(this.base + path, { method: 'POST', body: JSON.stringify(body) });
  }
}
