export async function login(c: object) {
  const res = await fetch(`${import.meta.env.VITE_API_URL}/auth/login`, { method: 'POST', body: JSON.stringify(c) }); // want "this login goes to another origin without credentials"
  return res.ok;
}

export async function loginOrLocal(c: object) {
  const base = import.meta.env.VITE_API_URL ?? 'http://localhost:3000';
  const res = await fetch(base + '/auth/login', { method: 'POST', body: JSON.stringify(c) }); // want "this login"
  return res.ok;
}

// Good: another variable is another server.
export async function loginOther(c: object) {
  const res = await fetch(`${import.meta.env.VITE_OTHER_URL}/auth/login`, { method: 'POST', body: JSON.stringify(c) });
  return res.ok;
}
