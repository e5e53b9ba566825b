const API = 'https://api.example.com';

// The others send the cookie, and this one does not.
export const login = (c: object) => fetch(`${API}/login`, { method: 'POST', body: JSON.stringify(c) }); // want "this login goes to another origin without credentials, so the session cookie is neither sent nor kept"
export const refresh = () => fetch(`${API}/auth/refresh`, { method: 'POST' }); // want "this refresh goes to another origin without credentials"
export const logout = () => fetch(`${API}/logout`, { method: 'POST', credentials: 'same-origin' }); // want "this logout goes to another origin without credentials"

export const me = () => fetch(`${API}/me`, { credentials: 'include' });

// Good: sent.
export const loginWell = (c: object) => fetch(`${API}/login`, { method: 'POST', credentials: 'include', body: JSON.stringify(c) });

// Good: of any other call nobody knows whether it needs the session.
export const news = () => fetch(`${API}/news`);

// Good: somebody decided that no cookie goes along.
export const logoutEverywhere = () => fetch(`${API}/logout`, { method: 'POST', credentials: 'omit' });

// Good: another server, about which nothing is known.
export const loginElsewhere = (c: object) => fetch('https://other.example.com/login', { method: 'POST', body: JSON.stringify(c) }); // want:strict "a session cookie would be neither sent nor kept"

// Good: the options are not known.
export const loginWith = (c: object, init: RequestInit) => fetch(`${API}/login`, { ...init, method: 'POST', body: JSON.stringify(c) });
