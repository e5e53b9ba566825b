import axios from 'axios';

declare const token: string, user: { accessToken: string };

export const a = axios.get('/a', { headers: { Authorization: token } }); // want "`token`"
export const b = axios.get('/b', { headers: { Authorization: user.accessToken } }); // want "`user.accessToken`"
export const c = axios.get('/c', { headers: { Authorization: localStorage.getItem('token') } }); // want "without a scheme"
export const d = axios.get('/d', { headers: { Authorization: `${token}` } }); // want "without a scheme"
export function e(xhr: XMLHttpRequest) {
  xhr.setRequestHeader('Authorization', localStorage['token']); // want "without a scheme"
  axios.defaults.headers.common.Authorization = token!; // want "without a scheme"
}
