// Good: a native application has no origin, and the platform keeps its cookies.
export const login = (c: object) => fetch('https://api.example.com/login', { method: 'POST', body: JSON.stringify(c) });
export const me = () => fetch('https://api.example.com/me', { credentials: 'include' });
