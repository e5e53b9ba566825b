import axios from 'axios';
import { storage } from './storage';
import { getToken, later, plain } from './token';

axios.get('/a', { headers: { Authorization: `Bearer ${getToken()}` } }); // want "error: `getToken\\(\\)` is a promise that nothing awaits, so `Bearer \\[object Promise\\]` is sent"
axios.get('/b', { headers: { Authorization: 'Bearer ' + later() } }); // want "`later\\(\\)` is a promise"
axios.get('/c', { headers: { Authorization: `Bearer ${plain().then((t: string) => t)}` } }); // want "is a promise"
axios.get('/d', { headers: { Authorization: header() } }); // want "so `\\[object Promise\\]` is sent"
axios.defaults.headers.common.Authorization = header(); // want "`header\\(\\)` is a promise"

export function load() {
  const token = getToken();
  return fetch('/e', { headers: { Authorization: `Bearer ${token}` } }); // want "`token` is a promise"
}

async function header() {
  return `Bearer ${await getToken()}`;
}

// The type says what the function hands on.
function stored(): Promise<string> {
  return storage.get('token');
}
axios.get('/g', { headers: { Authorization: `Bearer ${stored()}` } }); // want "a promise"
export const awaited = async () => axios.get('/h', { headers: { Authorization: `Bearer ${await stored()}` } }); // awaited

export class Api {
  async token() {
    return 'x'.concat(await getToken());
  }
  get() {
    return axios.get('/f', { headers: { Authorization: `Bearer ${this.token()}` } }); // want "`this.token\\(\\)` is a promise"
  }
}
