import axios, { AxiosError, InternalAxiosRequestConfig } from 'axios';
import { refresh } from './session';

// a: nothing bounds it; the refresh goes through another client and succeeds.
export const api = axios.create({ baseURL: '/api' });
api.interceptors.response.use(
  (response) => response,
  async (error: AxiosError) => {
    if (error.response?.status === 401) {
      await refresh();
      return api(error.config!); // want "the request is sent again through the response interceptor of `api` with no guard"
    }
    return Promise.reject(error);
  },
);

// The same on every error: 401 is among them.
const every = axios.create();
every.interceptors.response.use(undefined, (error) => every.request(error.config)); // want "with no guard"

// b: tested under one name, set under another.
const other = axios.create();
other.interceptors.response.use(
  (r) => r,
  async (error) => {
    const cfg = error.config;
    if (error.response.status === 401 && !cfg.__isRetryRequest) {
      cfg._retry = true;
      await refresh();
      return other(cfg); // want "under a test of `__isRetryRequest`, but `_retry` is set"
    }
    throw error;
  },
);

// c: the flag is only read.
const never = axios.create();
never.interceptors.response.use(
  (r) => r,
  async (error) => {
    const original = error.config as InternalAxiosRequestConfig & { _retry?: boolean };
    if (error.response?.status === 401 && !original._retry) {
      await refresh();
      return never(original); // want "under a test of `_retry`, which nothing sets"
    }
    return Promise.reject(error);
  },
);

// d: the flag is set on another object than the one sent.
const copied = axios.create();
copied.interceptors.response.use(
  (r) => r,
  async (error) => {
    const cfg = error.config;
    if (error.response?.status === 401 && !cfg._retry) {
      const copy = { ...cfg };
      copy._retry = true;
      await refresh();
      return copied(cfg); // want "under a test of `_retry`, which is lost"
    }
    return Promise.reject(error);
  },
);

// A WeakSet of configurations: axios makes a new one for each send.
const seen = new WeakSet();
const weak = axios.create();
weak.interceptors.response.use(
  (r) => r,
  async (error) => {
    if (error.response?.status === 401 && !seen.has(error.config)) {
      seen.add(error.config);
      await refresh();
      return weak(error.config); // want "which is lost"
    }
    return Promise.reject(error);
  },
);

// A counter built anew in each call.
const counter = axios.create();
counter.interceptors.response.use(
  (r) => r,
  async (error) => {
    let tries = 0;
    if (error.response?.status === 401 && tries < 3) {
      tries++;
      await refresh();
      return counter(error.config); // want "which is lost"
    }
    return Promise.reject(error);
  },
);

// Excluding the refresh's own URL bounds the refresh, not the request.
const excluded = axios.create();
excluded.interceptors.response.use(
  (r) => r,
  async (error) => {
    if (error.response?.status === 401 && !error.config.url.includes('/auth/refresh')) {
      await refresh();
      return excluded(error.config); // want "with no guard"
    }
    return Promise.reject(error);
  },
);

// The global axios with its own interceptor.
axios.interceptors.response.use(null, async (error) => {
  if ([401, 419].includes(error.response?.status)) {
    const token = await refresh();
    error.config.headers.Authorization = `Bearer ${token}`;
    return axios(error.config); // want "the response interceptor of `axios` with no guard"
  }
  return Promise.reject(error);
});
