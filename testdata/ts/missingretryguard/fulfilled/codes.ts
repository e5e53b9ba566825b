import axios from 'axios';
import { refresh } from './session';

// The code in a variable, in a switch, destructured; the status itself where nothing is a failure.
const spread = axios.create();
spread.interceptors.response.use(async ({ data, config }) => {
  if (data.code === '401') {
    await refresh();
    return spread(config); // want "the response interceptor of `spread` with no guard"
  }
  return data;
});

const switched = axios.create();
switched.interceptors.response.use(async (response) => {
  const { code } = response.data;
  switch (code) {
    case 200:
      return response.data;
    case 401:
      await refresh();
      return switched(response.config); // want "the response interceptor of `switched` with no guard"
    default:
      return Promise.reject(response.data);
  }
});

const all = axios.create({ validateStatus: () => true });
all.interceptors.response.use(async (response) => {
  if (response.status === 401) {
    await refresh();
    return all.request(response.config); // want "the response interceptor of `all` with no guard"
  }
  return response;
});

const chained = axios.create();
chained.interceptors.response.use((response) => {
  const res = response.data;
  if (res.code === 401) {
    return refresh().then(() => chained(response.config)); // want "the response interceptor of `chained` with no guard"
  }
  return res;
});

// A copy bears the flag, and the original is sent.
const copied = axios.create();
copied.interceptors.response.use(async (response) => {
  const config = { ...response.config, _retry: true } as any;
  if (response.data.code === 401 && !(response.config as any)._retry) {
    await refresh();
    console.log(config.url);
    return copied(response.config); // want "`_retry`, which nothing sets"
  }
  return response;
});

// A name of the project for its code, which is 401.
const EXPIRED = 401;
const named = axios.create();
named.interceptors.response.use(async (response) => {
  if (response.data.code === EXPIRED) {
    await refresh();
    return named(response.config); // want "the response interceptor of `named` with no guard"
  }
  return response;
});
