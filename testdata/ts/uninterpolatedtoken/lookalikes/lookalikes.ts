import axios from 'axios';
import util from 'node:util';

declare const token: string, API_KEY: string;

// Filled in.
axios.get('/a', { headers: { Authorization: `Bearer ${token}` } });
axios.get('/b', { headers: { Authorization: util.format('Bearer %s', token) } });
axios.get('/c', { headers: { Authorization: 'Bearer {token}'.replace('{token}', token) } });
export const code = `fetch(url, { headers: { Authorization: 'Bearer ${token}' } })`; // the outer one is a template

// For somebody else to fill in: no variable of that name is here.
export const server = { type: 'http', url: 'https://mcp.example.com', headers: { Authorization: 'Bearer ${accessToken}' } };
export const environment = { command: 'serve', headers: { Authorization: 'Bearer ${API_KEY}' } }; // by the environment
export const curl = { headers: { Authorization: 'Bearer <token>' } }; // documentation
export const pattern = { headers: { Authorization: 'Bearer %s' } }; // of no request that was seen
export const escaped = { headers: { Authorization: `Bearer \${token}` } }; // on purpose

export const text = "Authorization: Bearer ${token}";
