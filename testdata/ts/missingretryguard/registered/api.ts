import { RequestClient } from './client';

declare function refresh(): Promise<void>;

function retrying(client: RequestClient) {
  return {
    rejected: async (error: any) => {
      const { config, response } = error;
      if (response?.status !== 401) throw error;
      await refresh();
      return client.request(config.url, { ...config }); // want "the response interceptor of `this.instance` with no guard"
    },
  };
}

function guarded(client: RequestClient) {
  return {
    rejected: async (error: any) => {
      const { config, response } = error;
      if (response?.status !== 401 || config.retried) throw error;
      config.retried = true; // Good: tested and set on the request that is sent
      await refresh();
      return client.request(config.url, { ...config });
    },
  };
}

const first = new RequestClient({ baseURL: '/a' });
first.addResponseInterceptor(retrying(first));

const second = new RequestClient({ baseURL: '/b' });
second.addResponseInterceptor(guarded(second));

// Good: sent again through another client, which has no such handler.
const third = new RequestClient({ baseURL: '/c' });
const bare = new RequestClient({ baseURL: '/c' });
third.addResponseInterceptor(retrying(bare));
