import axios from 'axios';
import type { AccessOnly, SnakeTokens, Sometimes, Tokens } from './types';
import { saveAll, setAccessToken, setExpiry, setRefreshToken } from './session';

const bare = axios.create({ baseURL: 'https://api.example.com' });
const stored = () => localStorage.getItem('refreshToken');

// The answer has a new refresh token, and only the access token is kept.
export async function rotatedAway() {
  const { data } = await bare.post<Tokens>('/auth/refresh', { refreshToken: stored() }); // want "the new `refreshToken` of the refresh is not kept"
  setAccessToken(data.accessToken);
}

export async function rotatedAwayNested() {
  const {
    data: { accessToken },
  } = await bare.post<Tokens>('/auth/refresh', { refreshToken: stored() }); // want "is not kept"
  setAccessToken(accessToken);
}

export async function rotatedAwayReturned() {
  const response = await bare.post<SnakeTokens>('/auth/refresh', { refresh_token: stored() }); // want "the new `refresh_token` of the refresh is not kept"
  return response.data.access_token;
}

// The time is kept too; it is no token.
export async function rotatedAwayWithTime() {
  const { data } = await bare.post<Tokens>('/auth/refresh', { refreshToken: stored() }); // want "is not kept"
  setAccessToken(data.accessToken);
  setExpiry(data.expiresIn);
}

export const rotatedAwayInThen = () =>
  bare.post<Tokens>('/auth/refresh', { refreshToken: stored() }).then(({ data }) => setAccessToken(data.accessToken)); // want "is not kept"

// Good: both are kept.
export async function both() {
  const { data } = await bare.post<Tokens>('/auth/refresh', { refreshToken: stored() });
  setAccessToken(data.accessToken);
  setRefreshToken(data.refreshToken);
}

export async function bothDestructured() {
  const { accessToken, refreshToken } = (await bare.post<Tokens>('/auth/refresh', { refreshToken: stored() })).data;
  setAccessToken(accessToken);
  setRefreshToken(refreshToken);
}

// Good: the whole answer is passed on.
export async function whole() {
  const { data } = await bare.post<Tokens>('/auth/refresh', { refreshToken: stored() });
  saveAll(data);
}

export async function spread() {
  const { data } = await bare.post<Tokens>('/auth/refresh', { refreshToken: stored() });
  const session = { ...data, at: Date.now() };
  setAccessToken(session.accessToken);
  saveAll(session);
}

export const handedBack = () => bare.post<Tokens>('/auth/refresh', { refreshToken: stored() }).then((r) => r.data);

// Good: the old one stays where no new one came.
export async function orOld(old: string) {
  const { data } = await bare.post<Sometimes>('/auth/refresh', { refreshToken: old });
  setAccessToken(data.accessToken);
  setRefreshToken(data.refreshToken ?? old);
}

export async function ifNew(old: string) {
  const { data } = await bare.post<Sometimes>('/auth/refresh', { refreshToken: old });
  setAccessToken(data.accessToken);
  if (data.refreshToken) setRefreshToken(data.refreshToken);
}

// Good: this server does not rotate.
export async function accessOnly() {
  const { data } = await bare.post<AccessOnly>('/auth/refresh', { refreshToken: stored() });
  setAccessToken(data.accessToken);
}

// Good: nothing says that the answer has a refresh token.
export async function untyped() {
  const { data } = await bare.post('/auth/refresh', { refreshToken: stored() });
  setAccessToken(data.accessToken);
}

// Good: a field that need not be there proves no rotation.
export async function sometimes() {
  const { data } = await bare.post<Sometimes>('/auth/refresh', { refreshToken: stored() });
  setAccessToken(data.accessToken);
}

// Good: one token for now, and the whole answer for later.
export async function wholeAndOne() {
  const { data } = await bare.post<Tokens>('/auth/refresh', { refreshToken: stored() });
  setAccessToken(data.accessToken);
  saveAll(data);
}

// At the token endpoint the grant says that this refreshes.
export async function byGrant() {
  const { data } = await bare.post<SnakeTokens>('/oauth/token', { grant_type: 'refresh_token', refresh_token: stored() }); // want "the new `refresh_token` of the refresh is not kept"
  setAccessToken(data.access_token);
}

// Good: the first answer has no old token to replace.
export async function byCode(code: string) {
  const { data } = await bare.post<SnakeTokens>('/oauth/token', { grant_type: 'authorization_code', code });
  setAccessToken(data.access_token);
}
