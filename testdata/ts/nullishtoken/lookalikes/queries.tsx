import axios from 'axios';
import { useQuery } from '@apollo/client';
import { useGetMeQuery } from './api';
import { ME, Page } from './page';

// A query that waits for the token.
export function Me() {
  const token = localStorage.getItem('token');
  const { data } = useQuery(ME, { skip: !token, context: { headers: { authorization: `Bearer ${token}` } } }); // skipped without one
  return <Page data={data} />;
}
export function Mine({ user }: { user?: any }) {
  const { data } = useGetMeQuery({ load: () => axios.get('/me', { headers: { Authorization: `Bearer ${user?.token}` } }) }, { skip: !user }); // skipped without one
  return <Page data={data} />;
}

// A page that is shown to whoever is logged in.
export function Route() {
  const token = localStorage.getItem('token');
  return token ? <Page load={() => axios.get('/r', { headers: { Authorization: `Bearer ${token}` } })} /> : null; // mounted with one
}

// A type that has no null.
export const typed = ({ token }: { token: string }) => axios.get('/s', { headers: { Authorization: `Bearer ${token}` } });

// The right side has a fallback, and the left one is something else.
export const fallback = (user: any) => axios.get('/t', { headers: { Authorization: 'Bearer ' + ((user && user.token) || '') } });
export const other = (ready: boolean, user: any) => axios.get('/u', { headers: { Authorization: 'Bearer ' + (ready && user.token) } });
