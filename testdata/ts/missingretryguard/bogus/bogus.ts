import axios from 'axios';
import { refresh } from './session';

// The flag is on a copy that Object.assign made.
const assigned = axios.create();
assigned.interceptors.response.use(undefined, async (error) => {
  const cfg = error.config;
  if (error.response?.status === 401 && !cfg._retry) {
    const copy = Object.assign({}, cfg);
    copy._retry = true;
    await refresh();
    return assigned(cfg); // want "under a test of `_retry`"
  }
  throw error;
});

// The flag is tested on a copy as well.
const both = axios.create();
both.interceptors.response.use(undefined, async (error) => {
  const copy = { ...error.config };
  if (error.response?.status === 401 && !copy._retry) {
    copy._retry = true;
    await refresh();
    return both(error.config); // want "under a test of `_retry`, which is lost"
  }
  throw error;
});

// A Map, a WeakMap and a Set whose keys are the configuration.
const counts = new Map();
const mapped = axios.create();
mapped.interceptors.response.use(undefined, async (error) => {
  const count = counts.get(error.config) ?? 0;
  if (error.response?.status === 401 && count < 2) {
    counts.set(error.config, count + 1);
    await refresh();
    return mapped(error.config); // want "which is lost"
  }
  throw error;
});
const weak = new WeakMap();
const weakly = axios.create();
weakly.interceptors.response.use(undefined, async (error) => {
  const request = error.config;
  if (error.response?.status !== 401 || weak.has(request)) throw error;
  weak.set(request, true);
  await refresh();
  return weakly(request); // want "which is lost"
});

// The collection is made anew with each call.
const fresh = axios.create();
fresh.interceptors.response.use(undefined, async (error) => {
  const seen = new Set<string>();
  if (error.response?.status === 401 && !seen.has(error.config.url)) {
    seen.add(error.config.url);
    await refresh();
    return fresh(error.config); // want "which is lost"
  }
  throw error;
});
const cached = axios.create();
cached.interceptors.response.use(undefined, async (error) => {
  const cache: Record<string, number> = {};
  const { url } = error.config;
  cache[url] = (cache[url] || 0) + 1;
  if (error.response?.status === 401 && cache[url] < 3) {
    await refresh();
    return cached(error.config); // want "which is lost|with no guard"
  }
  throw error;
});

// On the error, which is a new one each time.
const failed = axios.create();
failed.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status === 401 && !error._retry) {
    error._retry = true;
    await refresh();
    return failed(error.config); // want "with no guard|which is lost"
  }
  throw error;
});
const answered = axios.create();
answered.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status === 401 && !error.response.retried) {
    error.response.retried = true;
    await refresh();
    return answered(error.config); // want "with no guard|which is lost"
  }
  throw error;
});

// A variable that nothing sets.
let retrying = false;
const never = axios.create();
never.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status === 401 && !retrying) {
    await refresh();
    return never(error.config); // want "under a test of `retrying`, which nothing sets"
  }
  throw error;
});

// Set and never tested.
const unasked = axios.create();
unasked.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status === 401) {
    error.config._retry = true;
    await refresh();
    return unasked(error.config); // want "with no guard"
  }
  throw error;
});

// The request is built anew, without the flag that the old one has.
const rebuilt = axios.create();
rebuilt.interceptors.response.use(undefined, async (error) => {
  const old = error.config;
  if (error.response?.status === 401 && !old._retry) {
    old._retry = true;
    await refresh();
    return rebuilt({ method: old.method, url: old.url, data: old.data }); // want "under a test of `_retry`, which is lost"
  }
  throw error;
});

// The flag is in the headers, and new headers are sent.
const headed = axios.create();
headed.interceptors.response.use(undefined, async (error) => {
  const old = error.config;
  if (error.response?.status === 401 && !old._retry) {
    const token = await refresh();
    return headed({ ...old, headers: { Authorization: `Bearer ${token}`, 'X-Retry': '1' } }); // want "under a test of `_retry`, but `headers.X-Retry` is set"
  }
  throw error;
});
