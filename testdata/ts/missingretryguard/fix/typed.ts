import axios, { AxiosError } from 'axios'
import { refresh } from './session'

export const api = axios.create()

api.interceptors.response.use(undefined, async (error: AxiosError) => {
  if (error.response?.status === 401 && error.config) {
    await refresh()
    return api(error.config) // want "with no guard"
  }
  throw error
})

const uploads = axios.create()
uploads.interceptors.response.use(undefined, async (error: AxiosError) => {
  const request = error.config!
  if (error.response?.status === 401 || error.response?.status === 419) {
    // A fresh one, then once more.
    await refresh()
    return uploads(request) // want "with no guard"
  }
  throw error
})
