import axios from 'axios';
import { refresh } from './session';

// gap: isRefreshing is released before the request is sent again, so it keeps
// nothing out; every flag that is tested and set is taken to bound.
let isRefreshing = false;
const api = axios.create();
api.interceptors.response.use((r) => r, async (error) => {
  if (error.response?.status === 401 && !isRefreshing) {
    isRefreshing = true;
    await refresh();
    isRefreshing = false;
    return api(error.config);
  }
  return Promise.reject(error);
});
