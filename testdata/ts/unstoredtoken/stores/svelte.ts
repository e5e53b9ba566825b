import { writable } from 'svelte/store';
import { api } from './client';

export const token = writable('');
export const auth = writable({ token: '', at: 0 });

// Good: set and update of a store.
export async function login(c: object) {
  const { data } = await api.post('/login', c);
  token.set(data.token);
}

export async function loginUpdate(c: object) {
  const { data } = await api.post('/login', c);
  auth.update((a) => ({ ...a, token: data.token }));
}

export async function loginMutate(c: object) {
  const response = await api.post('/login', c);
  auth.update((a) => {
    a.token = response.data.token;
    return a;
  });
}

export async function loginLost(c: object) {
  await api.post('/login', c); // want "goes nowhere"
  auth.update((a) => ({ ...a, at: Date.now() }));
}
