import axios from 'axios';
import { refresh } from './session';

// Good: sent again through another client, whose answers do not come back here.
const api = axios.create();
api.interceptors.response.use(async (response) => {
  if (response.data.code === 401) {
    await refresh();
    return axios(response.config);
  }
  return response;
});

// Good: the flag is set on what is sent.
const marked = axios.create();
marked.interceptors.response.use(async ({ data, config }) => {
  if (data.code === 401 && !(config as any)._retry) {
    await refresh();
    return marked({ ...config, _retry: true } as any);
  }
  return data;
});

// Good: one refresh at a time, and its requests are told by their URL.
let refreshing = false;
const gated = axios.create();
gated.interceptors.response.use(async (response) => {
  if (response.data.code === 401 && !refreshing) {
    refreshing = true;
    try {
      await refresh();
      return await gated(response.config);
    } finally {
      refreshing = false;
    }
  }
  return response;
});

// Good: only a header is looked at.
const counted = axios.create();
counted.interceptors.response.use(async (response) => {
  if (response.data.code === 401 && !response.config.headers['x-again']) {
    response.config.headers['x-again'] = '1';
    await refresh();
    return counted(response.config);
  }
  return response;
});
