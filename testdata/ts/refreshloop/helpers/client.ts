import axios from 'axios'
import { renew } from './session'
import { AuthService } from './service'

export const api = axios.create({ baseURL: '/api' })
const auth = new AuthService()

api.interceptors.response.use(
  (r) => r,
  async (error) => {
    if (error.response?.status === 401 && !error.config._retry) {
      error.config._retry = true
      await renew() // want "error: `api.post` goes through the response interceptor of `api`"
      return api(error.config)
    }
    return Promise.reject(error)
  },
)

export const other = axios.create()
other.interceptors.response.use(undefined, onFailure)

async function onFailure(error: any) {
  if (error.response?.status !== 401) throw error
  await auth.refresh() // want "error: `other.post` goes through the response interceptor of `other`"
  return axios(error.config)
}
