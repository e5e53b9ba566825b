import axios from 'axios'
import { refresh } from './session'

const api = axios.create()
api.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status === 401) { await refresh(); return api(error.config) } // want "with no guard"
  throw error
})

const other = axios.create()
other.interceptors.response.use(undefined, async (error) => {
  const { config } = error
  if (error.response.status === 401) {
    [config.headers.Authorization] = [await refresh()]
    return other(config) // want "with no guard"
  }
  throw error
})
