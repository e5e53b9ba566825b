import { request, Session, setAuthToken, setMaybe } from './auth';

export function login(jwt: string) {
  setAuthToken('Bearer ' + jwt);
  setMaybe(`Bearer ${jwt}`);
  new Session().use(`Bearer ${jwt}`);
  return request('/me', `Bearer ${jwt}`);
}
export function logout() {
  setAuthToken(null);
}
