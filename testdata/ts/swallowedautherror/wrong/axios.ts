import axios from 'axios'

const api = axios.create()
declare const toast: { error(text: string): void }
declare const router: { push(path: string): void }

api.interceptors.response.use((r) => r, (e) => {
  toast.error(e.message)
  Promise.reject(e) // want "error: this rejection is not returned, so the failed request of `api` succeeds with undefined"
})
api.interceptors.response.use((r) => r, (e) => { Promise.reject(e) }) // want "error: this rejection is not returned"
api.interceptors.response.use((r) => r, (e) => {
  if (e.response?.status === 401) {
    router.push('/login')
    Promise.reject(e) // want "error: this rejection is not returned"
  } else {
    return Promise.reject(e)
  }
})
api.interceptors.response.use((r) => r, (e) => {
  if (e.response?.status === 401) {
    Promise.reject(e) // want "error: this rejection is not returned, so the failed request of `api` succeeds with `e`"
  }
  return e
})
api.interceptors.response.use((r) => r, (error) => {
  console.error(error)
  return error // want "error: this error handler of `api` returns the error, so the failed request succeeds"
})
api.interceptors.response.use((r) => r, (error) => error) // want "error: this error handler of `api` returns the error"
api.interceptors.response.use((r) => r, async (error) => {
  if (error.response?.status !== 401) return Promise.reject(error)
  try {
    return await axios(error.config)
  } catch (again) {
    return again // want "error: this error handler of `api` returns the error"
  }
})
api.interceptors.response.use((r) => r, (error) => error.response?.status === 401 ? Promise.reject(error) : Promise.resolve(error)) // want "error: this error handler of `api` returns the error"
api.interceptors.response.use((r) => r, (error) => axios.post('/auth/refresh')
  .then(() => axios(error.config))
  .catch((e) => e)) // want "error: this error handler of `api` returns the error"
api.interceptors.response.use((r) => {
  if (r.data.code !== 0) {
    Promise.reject(r.data) // want "error: this rejection is not returned, so the failed request of `api` succeeds with `r`"
  }
  return r
})
api.interceptors.response.use((r) => r, async (error) => {
  await axios.post('/log').catch(() => {
    Promise.reject(error) // of another promise, which nobody waits for: not this handler's
  })
  throw error
})
