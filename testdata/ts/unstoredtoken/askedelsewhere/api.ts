import axios from 'axios';

// One place provides for an answer without a refresh token.
export async function careful(rt: string) {
  const { data } = await axios.post('/auth/refresh', { rt });
  localStorage.setItem('token', data.token);
  if (data.refreshToken) localStorage.setItem('rt', data.refreshToken);
}

// The other does not.
export async function careless(rt: string) {
  const { data } = await axios.post('/auth/refresh', { rt });
  localStorage.setItem('token', data.token);
  localStorage.setItem('rt', data.refreshToken); // want:strict "warning: `data.refreshToken` takes the place of the refresh token"
}

// Good: it asks another endpoint, of which nothing is known.
export async function other(rt: string) {
  const { data } = await axios.post('/v2/token/refresh', { rt });
  localStorage.setItem('rt', data.refreshToken);
}

// Good: the type says that this answer has one.
export async function typed(rt: string) {
  const { data } = await axios.post<{ token: string; refreshToken: string }>('/auth/refresh', { rt });
  localStorage.setItem('rt', data.refreshToken);
}
