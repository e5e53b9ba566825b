import axios from 'axios';

declare const session: { token: string; tokenHead: string };

// Elsewhere the scheme comes with the answer of the login, so this value may
// have it already.
export const raw = (token: string) => axios.get('/api/me', { headers: { Authorization: token } });
export const joined = () => axios.get('/api/me', { headers: { Authorization: session.tokenHead + session.token } });
