import axios from 'axios';

declare const scheme: string, host: string, prefix: string, tokenType: string;

// None of these joins a scheme to a token.
export const url = (token: string) => `${scheme}://${host}/reset/${token}`;
export const key = (token: string) => `${prefix}:session:${token}`;
export const kind = tokenType + 'token';
export const raw = (token: string) => axios.get('/api/me', { headers: { Authorization: token } }); // want "warning: `token`"
