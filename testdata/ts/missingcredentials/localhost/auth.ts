// Good: that localhost and 127.0.0.1 are two sites is another mistake.
export const me = () => fetch('http://localhost:3000/me', { credentials: 'include' });
export const login = (c: object) => fetch('http://127.0.0.1:3000/login', { method: 'POST', body: JSON.stringify(c) }); // want:strict "this login"

// Another port is another server.
export const loginOther = (c: object) => fetch('http://localhost:4000/login', { method: 'POST', body: JSON.stringify(c) }); // want:strict "this login"

export const loginSame = (c: object) => fetch('http://localhost:3000/login', { method: 'POST', body: JSON.stringify(c) }); // want "this login goes to another origin without credentials, so the session cookie is neither sent nor kept"
