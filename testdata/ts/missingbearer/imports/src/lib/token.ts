import { SCHEME, STORAGE_KEY, keys } from '@/config';

export default function getToken() {
  return localStorage.getItem(STORAGE_KEY);
}
export const bearer = () => `${SCHEME} ${getToken()}`;
export const prefixed = () => keys.prefix + getToken();
export function getFromJar() {
  return localStorage.getItem(keys.storage.token);
}
