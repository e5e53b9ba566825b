import axios from 'axios';
import { refresh } from './session';

// gap: the flag is set to false; what a flag is set to is not read, since canRetry = false bounds
const unset = axios.create();
unset.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status === 401 && !error.config._retry) {
    error.config._retry = false;
    await refresh();
    return unset(error.config);
  }
  throw error;
});

// gap: the flag is set on a way that does not lead to the resend
const aside = axios.create();
aside.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status === 401 && !error.config._retry) {
    try {
      await refresh();
    } catch (e) {
      error.config._retry = true;
      throw e;
    }
    return aside(error.config);
  }
  throw error;
});

// gap: what is sent leaves the flag out
const rest = axios.create();
rest.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status === 401 && !error.config._retry) {
    error.config._retry = true;
    await refresh();
    const { _retry, ...others } = error.config;
    return rest(others);
  }
  throw error;
});

// gap: axios 0.19.0 drops the keys that it does not know, so no flag works there; versions are not read
