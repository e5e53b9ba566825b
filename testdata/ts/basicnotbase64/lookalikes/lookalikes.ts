import axios from 'axios';
import { encoded } from './encoded';

declare const user: string, pass: string, clientAuth: string;

// Encoded here, before, or in a helper.
axios.get('/a', { headers: { Authorization: 'Basic ' + btoa(user + ':' + pass) } });
axios.get('/b', { headers: { Authorization: `Basic ${btoa(`${user}:${pass}`)}` } });
axios.get('/c', { headers: { Authorization: 'Basic ' + Buffer.from(`${user}:${pass}`).toString('base64') } });
axios.get('/d', { headers: { Authorization: `Basic ${encoded(user, pass)}` } });

// Encoded elsewhere.
axios.get('/e', { headers: { Authorization: `Basic ${process.env.API_BASIC}` } });
axios.get('/f', { headers: { Authorization: `Basic ${clientAuth}` } });
axios.get('/g', { headers: { Authorization: 'Basic dXNlcjpub3RzZWNyZXQ=' } });

// The client encodes.
axios.get('/h', { auth: { username: user, password: pass } });

// Not Basic, or a challenge.
axios.get('/i', { headers: { Authorization: `ApiKey ${user}:${pass}` } });
axios.get('/j', { headers: { Authorization: `AWS ${user}:${pass}` } });
export const deny = (res: any) => res.setHeader('WWW-Authenticate', 'Basic realm="a: b"');

// Its documentation wants it so.
axios.get('https://api.d-id.com/talks', { headers: { Authorization: `Basic ${user}:${pass}` } });

// A password that is there, or something in its place.
export const asked = (user: string, pass?: string) => {
  if (!pass) return null;
  return axios.get('/k', { headers: { Authorization: `Basic ${btoa(`${user}:${pass}`)}` } });
};
export const empty = (user: string, pass?: string) => axios.get('/l', { headers: { Authorization: `Basic ${btoa(`${user}:${pass ?? ''}`)}` } });
export const preset = (user: string, pass = '') => axios.get('/m', { headers: { Authorization: `Basic ${btoa(`${user}:${pass}`)}` } });

// Encoded already, by its name.
declare const authHash: string;
axios.get('/n', { headers: { Authorization: `Basic ${authHash}` } });
axios.get('/o', { headers: { Authorization: `Basic ${process.env.API_B64}` } });
