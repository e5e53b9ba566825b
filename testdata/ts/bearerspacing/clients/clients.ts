import axios from 'axios';

declare const token: string;

export const api = axios.create({ headers: { common: { Authorization: `Bearer${token}` } } }); // want "no space"
axios.defaults.headers.common['Authorization'] = 'Bearer' + token; // want "no space"
api.interceptors.request.use((config) => {
  config.headers.Authorization = `Bearer${token}`; // want "no space"
  config.headers.set('Authorization', `Bearer: ${token}`); // want "a colon"
  return config;
});

const xhr = new XMLHttpRequest();
xhr.setRequestHeader('Authorization', 'Bearer' + token); // want "no space"
const headers = new Headers();
headers.append('Authorization', `Bearer  ${token}`); // want "2 spaces"
export const init = new Headers([['authorization', `Bearer${token}`]]); // want "no space"

// What a caller passes.
const setAuth = (value: string) => (axios.defaults.headers.common.Authorization = value);
setAuth(`Bearer${token}`); // want "no space between `Bearer` and `token`"
setAuth(`Bearer ${token}`); // right

export function authFetch(url: string, options: any, auth: boolean) {
  if (auth) {
    const token = JSON.parse(localStorage.getItem('token')!).token;
    if (!options.headers) options.headers = {};
    options.headers.Authorization = `Bearer${token}`; // want "no space between `Bearer` and `token`"
  }
  return fetch(url, options);
}
