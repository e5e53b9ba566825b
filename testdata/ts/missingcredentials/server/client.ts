// The server of this project sets a session cookie and allows credentials, and
// no call sends them.
export const login = (c: object) =>
  fetch('http://localhost:3000/login', { method: 'POST', body: JSON.stringify(c) }); // want "so the browser drops the session cookie that the server sets"
export const logout = () => fetch('http://localhost:3000/logout', { method: 'POST' }); // want "so the browser drops the session cookie"

// Good: the same origin, or one that a proxy makes the same.
export const loginHere = (c: object) => fetch('/api/login', { method: 'POST', body: JSON.stringify(c) });

// Good: whether this crosses origins is not known.
export const loginSomewhere = (c: object) => fetch(import.meta.env.VITE_API + '/login', { method: 'POST', body: JSON.stringify(c) });

// Good: a session of tokens, next to the other one.
export async function loginForToken(c: object) {
  const res = await fetch('http://localhost:4000/login', { method: 'POST', body: JSON.stringify(c) });
  localStorage.setItem('token', (await res.json()).token);
}
