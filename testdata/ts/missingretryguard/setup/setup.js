import { refresh } from './session';

// The client comes in as a parameter: whatever it is, it is one client.
export function setupInterceptors(instance) {
  instance.interceptors.response.use(
    (response) => response,
    async (error) => {
      if (error.response.status === 401) {
        await refresh();
        return instance(error.config); // want "the response interceptor of `instance` with no guard"
      }
      return Promise.reject(error);
    },
  );
}

// In a React hook.
import axiosPrivate from './private';
export const useAxiosPrivate = (auth) => {
  const id = axiosPrivate.interceptors.response.use(
    (response) => response,
    async (error) => {
      const prevRequest = error?.config;
      if (error?.response?.status === 403 && !prevRequest?.sent) {
        prevRequest.sent = true; // Good: tested and set on the request
        const token = await refresh();
        prevRequest.headers['Authorization'] = `Bearer ${token}`;
        return axiosPrivate(prevRequest);
      }
      return Promise.reject(error);
    },
  );
  return () => axiosPrivate.interceptors.response.eject(id);
};
