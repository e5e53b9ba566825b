import axios, { AxiosInstance } from 'axios';

// A request client of the project: it keeps the instance and registers the
// handlers that it is given.
export class RequestClient {
  private instance: AxiosInstance;

  constructor(options: { baseURL: string }) {
    this.instance = axios.create(options);
  }

  addResponseInterceptor({ fulfilled, rejected }: { fulfilled?: any; rejected?: any }) {
    this.instance.interceptors.response.use(fulfilled || ((r: any) => r), rejected);
  }

  async request(url: string, config: object) {
    return this.instance({ url, ...config });
  }
}
