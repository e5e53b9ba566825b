import { Api, send, sendPlain, sendWith } from './http';

const api = new Api('https://api.example.com');

export const me = () => send('/me');
export const login = (c: object) => send('/login', { method: 'POST', body: JSON.stringify(c) });
export const loginPlain = (c: object) => sendPlain('/login', c); // want "this login goes to another origin without credentials"
export const loginClass = (c: object) => api.post('/login', c); // want "this login"

// Good: handed over by the caller.
export const logout = () => sendWith('/logout', { method: 'POST', credentials: 'include' });
export const logoutPlain = () => sendWith('/logout', { method: 'POST' }); // want "this logout"
