import { setHeader } from './auth';

export function login(accessToken: string) {
  setHeader(accessToken);
}
