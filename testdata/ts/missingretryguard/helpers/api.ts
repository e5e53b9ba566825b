import axios from 'axios';
import { renewAndResend, resendOnce, alreadyTried } from './retry';
import { refresh } from './session';

// Through a helper in another file: the helper sends through the client it is
// given.
export const api = axios.create();
api.interceptors.response.use((r) => r, (error) => handle(error));

async function handle(error: any) {
  if (error.response?.status !== 401) throw error;
  return renewAndResend(api, error.config); // want "the response interceptor of `api` with no guard"
}

// Good: the helper tests and sets.
export const once = axios.create();
once.interceptors.response.use((r) => r, (error) => resendOnce(once, error));

// Good: the test sits in a helper.
export const tested = axios.create();
tested.interceptors.response.use((r) => r, async (error) => {
  if (alreadyTried(error.config)) throw error;
  error.config._retry = true;
  await refresh();
  return tested(error.config);
});

// Named handlers.
const onRejected = async (error: any) => {
  const { config, response } = error;
  if (response && response.status === 401) {
    await refresh();
    return named(config); // want "the response interceptor of `named` with no guard"
  }
  return Promise.reject(error);
};
export const named = axios.create();
named.interceptors.response.use((r) => r, onRejected);
