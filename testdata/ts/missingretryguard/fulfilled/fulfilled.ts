import axios from 'axios';
import { refresh } from './session';

// The API answers 200 with a code, so the refresh sits in the fulfilled handler.
const api = axios.create();
api.interceptors.response.use(async (response) => {
  if (response.data.code === 401) {
    await refresh();
    return api(response.config); // want "the response interceptor of `api` with no guard"
  }
  return response;
});

const once = axios.create();
once.interceptors.response.use(async (response) => {
  const config = response.config as any;
  if (response.data.code === 401 && !config.retried) {
    config.retried = true; // Good: tested and set
    await refresh();
    return once(config);
  }
  return response;
});
