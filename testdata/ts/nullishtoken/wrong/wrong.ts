import axios from 'axios';
import Cookies from 'js-cookie';
import { useAuth } from './auth';
import { store } from './store';

// A read of storage in the template, or just before it.
axios.get('/a', { headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } }); // want "warning: `localStorage.getItem\\('token'\\)` is null when nobody is logged in, and `Bearer null` is sent"
axios.get('/b', { headers: { Authorization: 'Bearer ' + sessionStorage.getItem('token') } }); // want "`Bearer null` is sent"
axios.get('/c', { headers: { Authorization: `Token ${localStorage.token}` } }); // want "`localStorage.token` is undefined when nobody is logged in, and `Token undefined` is sent"

export function orders() {
  const token = localStorage.getItem('token');
  return fetch('/orders', { headers: { Authorization: `Bearer ${token}` } }); // want "`token` is null"
}

// Cookies and stores.
export const d = () => axios.get('/d', { headers: { Authorization: 'Bearer ' + Cookies.get('jwt') } }); // want "`Bearer undefined` is sent"
export const e = () => axios.get('/e', { headers: { Authorization: `Bearer ${store.getState().auth.token}` } }); // want "`store.getState\\(\\).auth.token` is null"

// An optional chain says itself that there may be nothing.
export function useOrders() {
  const { auth } = useAuth();
  axios.interceptors.request.use((config) => {
    if (!config.headers['Authorization']) {
      config.headers['Authorization'] = `Bearer ${auth?.accessToken}`; // want "`auth\\?.accessToken` is undefined when nobody is logged in, and `Bearer undefined` is sent"
    }
    return config;
  });
  return (user: any) => axios.get('/f', { headers: { Authorization: 'Bearer ' + user?.session.token } }); // want "`Bearer undefined`"
}

// So does its older spelling.
export const older = (user: any) => axios.get('/g', { headers: { Authorization: 'Bearer ' + (user && user.token) } }); // want "`user && user.token` is undefined when nobody is logged in"
export const nested = (state: any) => axios.get('/h', { headers: { Authorization: `Bearer ${state && state.user && state.user.token}` } }); // want "is undefined when nobody is logged in"

// For every request, those that log in among them.
axios.defaults.headers.common.Authorization = `Bearer ${localStorage.getItem('token')}`; // want "`Bearer null`"
export const api = axios.create({ headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } }); // want "`Bearer null`"

export function load(xhr: XMLHttpRequest) {
  xhr.setRequestHeader('Authorization', 'Bearer ' + localStorage.getItem('token')); // want "`Bearer null`"
}
