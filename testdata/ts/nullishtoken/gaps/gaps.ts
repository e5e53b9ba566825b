import axios from 'axios';
import { useAuth } from 'some-auth';

// gap: what an unseen function hands out may be null
export function useMe() {
  const { token } = useAuth();
  return axios.get('/me', { headers: { Authorization: `Bearer ${token}` } });
}

// gap: a state that begins as null
let current: string | null = null;
export const set = (t: string) => (current = t);
export const get = () => axios.get('/b', { headers: { Authorization: `Bearer ${current}` } });
