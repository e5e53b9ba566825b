import axios from 'axios';

declare function refresh(): Promise<void>;

const api = axios.create();
api.interceptors.response.use(
  (response) => response,
  async (error) => {
    if (error.response?.status === 401) {
      await refresh();
      return api(error.config); // want "with no guard"
    }
    return Promise.reject(error);
  },
);
