import { readFile } from 'node:fs/promises';

// Good: Node has no cookies to send, with or without the option.
export async function login() {
  const body = await readFile('credentials.json', 'utf8');
  return fetch('https://api.example.com/login', { method: 'POST', body });
}
export const me = () => fetch('https://api.example.com/me', { credentials: 'include' });
