import client from './client';

// Good: an API module hands answers back.
export const authApi = {
  login: (c: object) => client.post('/login', c),
  refresh: async (refreshToken: string) => {
    const { data } = await client.post('/token/refresh', { refreshToken });
    return data;
  },
};

export function signIn(c: object) {
  return client.post('/login', c).then((r) => r.data);
}

// A function that hands nothing back must keep the token itself.
export async function enter(c: object) {
  await client.post('/login', c); // want "the token that the login `client.post` answers with goes nowhere"
}
