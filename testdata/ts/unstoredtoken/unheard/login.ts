import axios from 'axios';
import AsyncStorage from '@react-native-async-storage/async-storage';
import { saveRefresh, saveTokens } from './save';

const api = axios.create({ baseURL: 'https://api.example.com' });
declare const report: (e: unknown) => void;
declare const noop: () => void;

// Nobody hears that the token was not stored.
export async function silent(c: object) {
  const { data } = await api.post('/auth/login', c);
  saveTokens(data).catch(() => {}); // want:strict "warning: where `tokens` cannot be stored, nobody hears of it"
}

export async function silentAwaited(c: object) {
  const { data } = await api.post('/auth/login', c);
  await saveRefresh(data.refreshToken).catch(() => undefined); // want:strict "where `refreshToken` cannot be stored"
}

export async function silentDirect(token: string) {
  AsyncStorage.setItem('token', token).catch(noop); // want:strict "where `token` cannot be stored"
  AsyncStorage.setItem('token', token).then(() => report('stored')).catch(function () {}); // want:strict "cannot be stored"
}

export async function silentCatch(token: string) {
  try {
    await AsyncStorage.setItem('token', token);
  } catch {} // want:strict "cannot be stored"
}

// Good: somebody hears of it.
export async function heard(token: string) {
  AsyncStorage.setItem('token', token).catch(report);
  AsyncStorage.setItem('token', token).catch((e) => report(e));
  AsyncStorage.setItem('token', token).then(() => {}, report).catch(() => {});
  await AsyncStorage.setItem('token', token);
  try {
    await AsyncStorage.setItem('token', token);
  } catch (e) {
    report(e);
  }
}

// Good: it may be the login that failed, which the caller sees by the answer.
export async function refused(c: object) {
  try {
    const { data } = await api.post('/auth/login', c);
    await AsyncStorage.setItem('token', data.token);
    return true;
  } catch {}
  return false;
}

// Good: the function that stores sends a request as well, and may be refused.
async function enter(c: object) {
  const { data } = await api.post('/auth/login', c);
  await AsyncStorage.setItem('token', data.token);
}
export const tryToEnter = (c: object) => enter(c).catch(() => {});

// Good: no token, or it is removed.
export async function others(theme: string) {
  AsyncStorage.setItem('theme', theme).catch(() => {});
  AsyncStorage.removeItem('token').catch(() => {});
}

// Good: pages write so where web storage may be switched off.
export function switchedOff(token: string) {
  try {
    localStorage.setItem('token', token);
  } catch {}
}
