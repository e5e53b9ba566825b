import axios from 'axios';

declare const user: string, pass: string;

// Not encoded.
axios.get('/a', { headers: { Authorization: `Basic ${user}:${pass}` } }); // want "error: `{user}:{pass}` is sent as plain text behind `Basic`; servers decode it as base64, and answer 401 or 400"
axios.get('/b', { headers: { Authorization: 'Basic ' + user + ':' + pass } }); // want "as plain text"
axios.get('/c', { headers: { Authorization: 'Basic admin:hunter2' } }); // want "`user:password` is sent as plain text"
const credentials = `${user}:${pass}`;
axios.get('/d', { headers: { Authorization: `Basic ${credentials}` } }); // want "as plain text"

// A part of it encoded.
axios.get('/e', { headers: { Authorization: `Basic ${btoa(user)}:${btoa(pass)}` } }); // want "as plain text"
axios.get('/f', { headers: { Authorization: `Basic ${user}:${btoa(pass)}` } }); // want "as plain text"

// The scheme as well.
axios.get('/g', { headers: { Authorization: btoa('Basic ' + user + ':' + pass) } }); // want "`Basic` is encoded together with the credentials, so the server sees no scheme and answers 401"
axios.get('/h', { headers: { Authorization: Buffer.from(`Basic ${user}:${pass}`).toString('base64') } }); // want "encoded together"

// A password that may be missing, encoded as text.
export const optional = (user: string, pass?: string) => axios.get('/i', { headers: { Authorization: `Basic ${btoa(`${user}:${pass}`)}` } }); // want "error: `pass` may be undefined, and is then encoded as the text `undefined`"
export const chained = (account?: { name: string; pass: string }) => axios.get('/j', { headers: { Authorization: 'Basic ' + btoa(account?.name + ':' + account?.pass) } }); // want "`account\\?.name` may be undefined"
