import type { AxiosInstance } from 'axios';
import { refresh } from './session';

export async function renewAndResend(client: AxiosInstance, config: any) {
  const token = await refresh();
  config.headers.Authorization = `Bearer ${token}`;
  return client(config);
}

export async function resendOnce(client: AxiosInstance, error: any) {
  const config = error.config;
  if (error.response?.status === 401 && !config.retried) {
    config.retried = true;
    await refresh();
    return client(config);
  }
  throw error;
}

export const alreadyTried = (config: any) => config._retry === true;
