import axios, { AxiosInstance } from 'axios';
import { refresh } from './session';

export class ApiClient {
  private instance: AxiosInstance;
  private refreshing = false;

  constructor(baseURL: string) {
    this.instance = axios.create({ baseURL });
    this.instance.interceptors.response.use((r) => r, this.onError.bind(this));
  }

  private async onError(error: any) {
    if (error.response?.status === 401) {
      await refresh();
      return this.instance.request(error.config); // want "the response interceptor of `this.instance` with no guard"
    }
    throw error;
  }
}

// Good: a field of the class is tested and set.
export class Guarded {
  private http = axios.create();
  private refreshing = false;

  constructor() {
    this.http.interceptors.response.use((r) => r, async (error) => {
      if (error.response?.status === 401 && !this.refreshing) {
        this.refreshing = true;
        await refresh();
        return this.http(error.config);
      }
      this.refreshing = false;
      throw error;
    });
  }
}
