import axios, { type AxiosInstance, type AxiosRequestConfig } from 'axios'

export abstract class Base {
  protected readonly client: AxiosInstance

  constructor(baseURL: string) {
    this.client = axios.create({ baseURL, withCredentials: true }) // client axios https://users.example.com credentials | client axios ‹baseURL› credentials
    this.client.interceptors.request.use(this.authorize)
  }

  private authorize = (config: any) => {
    config.headers.set('Authorization', `Bearer ${sessionStorage.getItem('token')}`) // header axios
    return config
  }

  protected send<T>(config: AxiosRequestConfig) {
    return this.client.request<T>(config) // sends axios ? ‹baseURL›‹config› credentials authorized
  }
}
