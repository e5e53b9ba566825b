import axios from 'axios';
import { refresh } from './session';

// The flag is free again before the request is sent, so the next refusal is let in.
let isRefreshing = false;
const plain = axios.create();
plain.interceptors.response.use((r) => r, async (error) => {
  if (error.response?.status === 401 && !isRefreshing) {
    isRefreshing = true;
    await refresh();
    isRefreshing = false;
    return plain(error.config); // want "under a test of `isRefreshing`, which is set back before that"
  }
  return Promise.reject(error);
});

let busy = false;
const always = axios.create();
always.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401 || busy) throw error;
  busy = true;
  try {
    await refresh();
  } finally {
    busy = false;
  }
  return always(error.config); // want "under a test of `busy`, which is set back"
});

let renewing = false;
const both = axios.create();
both.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401 || renewing) throw error;
  renewing = true;
  try {
    await refresh();
    renewing = false;
  } catch (e) {
    renewing = false;
    throw e;
  }
  return both(error.config); // want "under a test of `renewing`, which is set back"
});

class Api {
  private refreshing = false;
  private http = axios.create();
  constructor() {
    this.http.interceptors.response.use(undefined, (error) => {
      if (error.response?.status !== 401 || this.refreshing) return Promise.reject(error);
      this.refreshing = true;
      return refresh().then(() => {
        this.refreshing = false;
        return this.http(error.config); // want "under a test of `refreshing`, which is set back"
      });
    });
  }
}
export const api2 = new Api();

const mark = axios.create();
mark.interceptors.response.use(undefined, async (error) => {
  const config = error.config;
  if (error.response?.status === 401 && !config._retry) {
    config._retry = true;
    await refresh();
    config._retry = false;
    return mark(config); // want "under a test of `_retry`, which is set back"
  }
  throw error;
});
