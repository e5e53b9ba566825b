import axios from 'axios';
import { useQuery } from '@tanstack/react-query';
import useSWR from 'swr';
import { store } from './store';

declare const props: { token: string };
declare function navigate(to: string): void;

// Tested before.
export function early() {
  const token = localStorage.getItem('token');
  if (!token) return null;
  return axios.get('/a', { headers: { Authorization: `Bearer ${token}` } });
}
export function thrown() {
  const token = localStorage.getItem('token');
  if (token === null) throw new Error('not logged in');
  return axios.get('/b', { headers: { Authorization: `Bearer ${token}` } });
}
axios.interceptors.request.use((config) => {
  const token = localStorage.getItem('token');
  if (token) config.headers.Authorization = `Bearer ${token}`;
  return config;
});
axios.interceptors.request.use((config) => {
  if (localStorage.getItem('token')) {
    config.headers.Authorization = `Bearer ${localStorage.getItem('token')}`; // read again
  }
  return config;
});
axios.interceptors.request.use((config) => {
  const { auth } = store.getState();
  auth.token && (config.headers.Authorization = `Bearer ${auth.token}`);
  return config;
});
export function parent() {
  const token = localStorage.getItem('token');
  if (!token) return null;
  const load = () => axios.get('/c', { headers: { Authorization: `Bearer ${token}` } }); // the parent returned early
  return load;
}
export function redirected() {
  const load = () => axios.get('/d', { headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } });
  if (!localStorage.getItem('token')) navigate('/login'); // the function around it tests
  return load;
}
export function called(user: any) {
  const load = () => axios.get('/e', { headers: { Authorization: `Bearer ${user?.token}` } });
  if (user) load(); // tested where it is called
}
export function loggedIn(session: any, isAuthenticated: boolean) {
  if (!isAuthenticated) return undefined; // not the value itself, and yet
  return axios.get('/f', { headers: { Authorization: `Bearer ${session?.token}` } });
}

// Left out where there is none.
const token = localStorage.getItem('token');
axios.get('/g', { headers: { ...(token && { Authorization: `Bearer ${token}` }) } });
axios.get('/h', { headers: token ? { Authorization: `Bearer ${token}` } : {} });
axios.get('/i', { headers: { Authorization: token ? `Bearer ${token}` : undefined } }); // axios omits it
axios.get('/j', { headers: { Authorization: token ? `Bearer ${token}` : null } });
fetch('/k', { headers: { Authorization: token ? `Bearer ${token}` : '' } });

// Asked only where there is one.
export const useA = (user: any) =>
  useQuery({ queryKey: ['a'], enabled: !!user, queryFn: () => axios.get('/l', { headers: { Authorization: `Bearer ${user?.token}` } }) });
export const useB = (user: any) =>
  useSWR(user ? '/m' : null, (url) => axios.get(url, { headers: { Authorization: `Bearer ${user?.token}` } }));

// Something takes its place.
axios.get('/n', { headers: { Authorization: `Bearer ${localStorage.getItem('token') ?? props.token}` } });
axios.get('/o', { headers: { Authorization: 'Bearer ' + (localStorage.getItem('token') || '') } });
const orEmpty = localStorage.getItem('token') || '';
axios.get('/p', { headers: { Authorization: 'Bearer ' + orEmpty } });

// Said to be there.
axios.get('/q', { headers: { Authorization: `Bearer ${localStorage.getItem('token')!}` } });
axios.get('/r', { headers: { Authorization: `Bearer ${localStorage.getItem('token') as string}` } });

// Nothing is known of these, or they are of the server.
export const s = (token: string) => axios.get('/s', { headers: { Authorization: `Bearer ${token}` } });
axios.get('/t', { headers: { Authorization: `Bearer ${props.token}` } });
axios.get('/u', { headers: { Authorization: `Bearer ${process.env.API_TOKEN}` } });
axios.get('/v', { headers: { Authorization: `Bearer ${process.env?.API_TOKEN}` } });

// Whoever logs out is logged in, and a refresh has just stored a new one.
axios.post('/auth/logout', {}, { headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } });
axios.interceptors.response.use(undefined, async (error) => {
  await refresh();
  error.config.headers.Authorization = `Bearer ${localStorage.getItem('token')}`;
  return axios(error.config);
});
declare function refresh(): Promise<void>;
export async function signIn() {
  const { data } = await axios.post('/login');
  localStorage.setItem('token', data.token);
  return axios.get('/me', { headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } });
}
