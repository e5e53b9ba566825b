import { api, plain } from './api';

export const login = (c: object) => plain.post('/login', c); // want "this login goes to another origin without credentials"
export const logout = () => plain.post('/logout'); // want "this logout"

// Good: the client sends them.
export const loginWell = (c: object) => api.post('/login', c);
// Good: the call sends them, although its client does not.
export const logoutWell = () => plain.post('/logout', {}, { withCredentials: true });
