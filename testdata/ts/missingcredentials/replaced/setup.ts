// Good: what fetch sends is up to the code that replaced it.
const original = window.fetch;
window.fetch = (input, init) => original(input, { ...init, credentials: 'include' });

export const login = (c: object) => fetch('https://api.example.com/login', { method: 'POST', body: JSON.stringify(c) });
export const me = () => fetch('https://api.example.com/me', { credentials: 'include' });
