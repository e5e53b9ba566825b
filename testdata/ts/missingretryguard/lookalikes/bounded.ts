import axios from 'axios';
import { refresh } from './session';

// Good: _retry is tested and set on the request that is sent again.
const a = axios.create();
a.interceptors.response.use((r) => r, async (error) => {
  const original = error.config;
  if (error.response?.status === 401 && !original._retry) {
    original._retry = true;
    await refresh();
    return a(original);
  }
  return Promise.reject(error);
});

// Good: the same under another name, tested by an early exit, set after the await.
const b = axios.create();
b.interceptors.response.use((r) => r, async ({ config, response }) => {
  if (response?.status !== 403 || config?.sent) throw new Error('refused');
  const token = await refresh();
  config.sent = true;
  config.headers['Authorization'] = `Bearer ${token}`;
  return b(config);
});

// Good: the literal that is sent has the flag.
const c = axios.create();
c.interceptors.response.use((r) => r, async (error) => {
  if (error.response?.status === 401 && !error.config._retry) {
    await refresh();
    return c({ ...error.config, _retry: true });
  }
  return Promise.reject(error);
});

// Good: the copy that has the flag is what is sent.
const c2 = axios.create();
c2.interceptors.response.use((r) => r, async (error) => {
  const next = { ...error.config };
  if (error.response?.status === 401 && !error.config._retry) {
    next._retry = true;
    await refresh();
    return c2(next);
  }
  return Promise.reject(error);
});

// Good: a counter on the request.
const d = axios.create();
d.interceptors.response.use((r) => r, async (error) => {
  const cfg = error.config;
  cfg._retryCount = cfg._retryCount || 0;
  if (error.response?.status === 401 && cfg._retryCount < 2) {
    cfg._retryCount += 1;
    await refresh();
    return d(cfg);
  }
  return Promise.reject(error);
});

// Good: a module's variable is tested and set.
let refreshed = false;
const e = axios.create();
e.interceptors.response.use((r) => r, async (error) => {
  if (error.response?.status === 401 && !refreshed) {
    refreshed = true;
    await refresh();
    return e(error.config);
  }
  refreshed = false;
  return Promise.reject(error);
});

// Good: a Map keyed by method and URL.
const retryCounts = new Map<string, number>();
const f = axios.create();
f.interceptors.response.use((r) => r, async (error) => {
  const key = `${error.config.method}:${error.config.url}`;
  const count = retryCounts.get(key) ?? 0;
  if (error.response?.status === 401 && count < 1) {
    retryCounts.set(key, count + 1);
    await refresh();
    return f(error.config);
  }
  return Promise.reject(error);
});

// Good: isRefreshing keeps the handler from being entered again; the others wait.
let isRefreshing = false;
let queue: Array<() => void> = [];
const g = axios.create();
g.interceptors.response.use((r) => r, async (error) => {
  if (error.response?.status === 401) {
    if (isRefreshing) {
      return new Promise((resolve) => queue.push(() => resolve(g(error.config))));
    }
    isRefreshing = true;
    try {
      await refresh();
      queue.forEach((run) => run());
      queue = [];
      return g(error.config);
    } finally {
      isRefreshing = false;
    }
  }
  return Promise.reject(error);
});

// Good: a mark in the request's headers.
const h = axios.create();
h.interceptors.response.use((r) => r, async (error) => {
  if (error.response?.status === 401 && !error.config.headers['X-Retry']) {
    await refresh();
    error.config.headers['X-Retry'] = '1';
    return h(error.config);
  }
  return Promise.reject(error);
});

// Good: sent again through another client than the intercepted one.
const i = axios.create();
i.interceptors.response.use((r) => r, async (error) => {
  if (error.response?.status === 401) {
    await refresh();
    return axios(error.config);
  }
  return Promise.reject(error);
});
const bare = axios.create();
const j = axios.create();
j.interceptors.response.use((r) => r, async (error) => {
  if (error.response?.status === 401) return bare.request(error.config);
  return Promise.reject(error);
});

// Good: nothing is sent again.
const k = axios.create();
k.interceptors.response.use((r) => r, (error) => {
  if (error.response?.status === 401) window.location.assign('/login');
  return Promise.reject(error);
});

// Good: a function of a library decides; it was not seen.
import { shouldRetry } from 'retry-policy';
const l = axios.create();
l.interceptors.response.use((r) => r, async (error) => {
  if (shouldRetry(error)) {
    await refresh();
    return l(error.config);
  }
  return Promise.reject(error);
});
