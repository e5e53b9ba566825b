// Good: a wrapper that hands every answer back.
export async function request(path: string, init: RequestInit = {}) {
  const res = await fetch(`https://api.example.com${path}`, {
    ...init,
    headers: { ...init.headers, Authorization: `Bearer ${localStorage.getItem('token')}` },
  });
  if (!res.ok) throw new Error(res.statusText);
  return res.json();
}

export const post = (path: string, body: unknown) => request(path, { method: 'POST', body: JSON.stringify(body) });

// Good: a wrapper that keeps the token itself, and hands back the user.
export async function signIn(c: object) {
  const data = await post('/auth/login', c);
  localStorage.setItem('token', data.token);
  return data.user;
}

export class Session {
  token = '';

  async open(c: object) {
    const data = await post('/auth/login', c);
    this.token = data.token;
    return data;
  }

  async reopen() {
    await post('/auth/refresh', { refreshToken: this.token }); // want "the token that the refresh `post` answers with goes nowhere"
  }
}
