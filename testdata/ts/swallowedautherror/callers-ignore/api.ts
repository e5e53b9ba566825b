import axios from 'axios'

export const api = axios.create()
export const other = axios.create()

api.interceptors.response.use((r) => r, (error) => {
  if (error.response?.status === 401) {
    return error.response // want "error: this error handler of `api` returns `error.response`, so the failed request succeeds, and no caller looks whether it did"
  }
  return Promise.reject(error)
})
other.interceptors.response.use((r) => r, () => false) // want "error: this error handler of `other` returns `false`"
