import axios, { type AxiosInstance } from 'axios'

export class RequestClient {
  public readonly instance: AxiosInstance
  constructor(options: object) {
    this.instance = axios.create({ timeout: 1000, ...options })
  }
  public get<T = any>(url: string, config?: object): Promise<T> {
    return this.request<T>(url, { ...config, method: 'GET' })
  }
  public post<T = any>(url: string, data?: any, config?: object): Promise<T> {
    return this.request<T>(url, { ...config, data, method: 'POST' })
  }
  public upload<T = any>(url: string, config: object): Promise<T> {
    return this.request<T>(url, { data: { a: 1 }, ...config, method: 'POST' })
  }
  public async request<T>(url: string, config: any): Promise<T> {
    try {
      const response = await this.instance({ url, ...config, ...(config.serializer ? { paramsSerializer: config.serializer } : {}) })
      return response as T
    } catch (error: any) {
      throw error.response ? error.response.data : error
    }
  }
}
