import axios from 'axios';

// All of it optional, as generators write: that says nothing of this answer.
interface Loose {
  access_token?: string;
  refresh_token?: string;
}

// Good: nothing says that these servers leave the refresh token out.
export async function untyped(rt: string) {
  const { data } = await axios.post('/auth/renew-token', { rt });
  localStorage.setItem('rt', data.refresh_token);
}
export async function loose(rt: string) {
  const { data } = await axios.post<Loose>('/auth/refresh', { rt });
  localStorage.setItem('rt', data.refresh_token);
}
