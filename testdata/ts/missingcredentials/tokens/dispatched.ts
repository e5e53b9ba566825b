// Good: the answer goes into a store, and its token into a header.
const API = 'https://dispatched.example.com';

export const login = (c: object, dispatch: (action: object) => void) =>
  fetch(`${API}/login`, { method: 'POST', body: JSON.stringify(c) })
    .then((res) => res.json())
    .then((payload) => dispatch({ type: 'login', payload }));

export const songs = (state: { token: string }) => fetch(`${API}/songs`, { headers: { Authorization: `Bearer ${state.token}` } });
