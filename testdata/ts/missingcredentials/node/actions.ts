'use server';

// Good: a server action runs on the server.
export async function login(c: object) {
  return fetch('https://api.example.com/login', { method: 'POST', body: JSON.stringify(c) });
}
