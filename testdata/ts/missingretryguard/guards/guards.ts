import axios from 'axios';
import axiosRetry from 'axios-retry';
import createAuthRefreshInterceptor from 'axios-auth-refresh';
import got from 'got';
import ky from 'ky';
import pRetry from 'p-retry';
import { store } from 'shop';
import { refresh } from './session';
import { state } from './state';

// Good: the handler is taken away while the request is sent again.
const ejecting = axios.create();
const attach = () => {
  const id = ejecting.interceptors.response.use(undefined, async (error) => {
    if (error.response?.status !== 401) throw error;
    ejecting.interceptors.response.eject(id);
    try {
      await refresh();
      return await ejecting(error.config);
    } finally {
      attach();
    }
  });
};
attach();

// Good: a plain object keyed by URL.
const tries: Record<string, number> = {};
const keyed = axios.create();
keyed.interceptors.response.use(undefined, async (error) => {
  const { url } = error.config;
  tries[url] = (tries[url] || 0) + 1;
  if (error.response?.status === 401 && tries[url] < 2) {
    await refresh();
    return keyed(error.config);
  }
  throw error;
});

// Good: a flag in storage.
const persisted = axios.create();
persisted.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status === 401 && !sessionStorage.getItem('retried')) {
    sessionStorage.setItem('retried', '1');
    await refresh();
    return persisted(error.config);
  }
  throw error;
});

// Good: a flag in a store of another package, set by its own means.
const kept = axios.create();
kept.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status === 401 && !store.state.retrying) {
    store.commit('retrying', true);
    await refresh();
    return kept(error.config);
  }
  throw error;
});

// Good: a flag in an object of another file, set here.
const shared = axios.create();
shared.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status === 401 && !state.retrying) {
    state.retrying = true;
    await refresh();
    return shared(error.config);
  }
  throw error;
});

// Good: the time of the last try.
let last = 0;
const timed = axios.create();
timed.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status === 401 && Date.now() - last > 60_000) {
    last = Date.now();
    await refresh();
    return timed(error.config);
  }
  throw error;
});

// Good: helpers test and set the flag.
const retried = (config: any) => config._retry === true;
function mark(config: any) {
  config._retry = true;
}
const helped = axios.create();
helped.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401 || retried(error.config)) throw error;
  mark(error.config);
  await refresh();
  return helped(error.config);
});

// Good: taken apart, and set by Object.assign.
const assigned = axios.create();
assigned.interceptors.response.use(undefined, async (error) => {
  const { _retry } = error.config;
  if (error.response?.status !== 401 || _retry) throw error;
  Object.assign(error.config, { _retry: true });
  await refresh();
  return assigned(error.config);
});

// Good: by a computed name.
const computed = axios.create();
computed.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status === 401 && !error.config['_retry']) {
    error.config['_retry'] = true;
    await refresh();
    return computed(error.config);
  }
  throw error;
});

// Good: counted where it is tested.
const counted = axios.create();
counted.interceptors.response.use(undefined, async (error) => {
  error.config.tries ??= 0;
  if (error.response?.status === 401 && error.config.tries++ < 1) {
    await refresh();
    return counted(error.config);
  }
  throw error;
});

// Good: a switch.
const switched = axios.create();
switched.interceptors.response.use(undefined, async (error) => {
  switch (error.response?.status) {
    case 401:
      if (error.config.again) break;
      error.config.again = true;
      await refresh();
      return switched(error.config);
  }
  throw error;
});

// Good: a field of the class.
class Api {
  private http = axios.create();
  private retries = 0;
  constructor() {
    this.http.interceptors.response.use(undefined, async (error) => {
      if (error.response?.status === 401 && this.retries < 1) {
        this.retries++;
        await refresh();
        return this.http(error.config);
      }
      this.retries = 0;
      throw error;
    });
  }
}
new Api();

// Good: ky counts the tries itself.
export const limited = ky.extend({
  hooks: {
    afterResponse: [
      async ({ request, response, retryCount }) => {
        if (response.status === 401 && retryCount === 0) {
          await refresh();
          return ky.retry({ request });
        }
      },
    ],
  },
});

// Good: got's own way to send again, once.
export const gotOnce = got.extend({
  hooks: {
    afterResponse: [
      async (response, retryWithMergedOptions) => {
        if (response.statusCode === 401) {
          await refresh();
          return retryWithMergedOptions({ headers: { authorization: 'Bearer ' + (await token()) } });
        }
        return response;
      },
    ],
  },
});
declare function token(): Promise<string>;

// Good: libraries with a limit.
const library = axios.create();
axiosRetry(library, { retries: 2, retryCondition: (e) => e.response?.status === 401 });
createAuthRefreshInterceptor(library, () => refresh());
export const wrapped = (path: string) =>
  pRetry(
    async () => {
      const res = await fetch(path);
      if (res.status === 401) {
        await refresh();
        throw new Error('again');
      }
      return res;
    },
    { retries: 2 },
  );

// Good: a mark in the body of the request.
const bodied = axios.create();
bodied.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status === 401 && !error.config.data?.retried) {
    error.config.data = { ...error.config.data, retried: true };
    await refresh();
    return bodied(error.config);
  }
  throw error;
});

// Good: what is sent is built of the old request, with the flag.
const rebuilt = axios.create();
rebuilt.interceptors.response.use(undefined, async (error) => {
  const old = error.config;
  if (error.response?.status === 401 && !old._retry) {
    await refresh();
    return rebuilt({ method: old.method, url: old.url, data: old.data, _retry: true } as any);
  }
  throw error;
});
