import axios from 'axios'

const api = axios.create()

api.interceptors.response.use((r) => r, (e) => {
  console.error(e)
  Promise.reject(e) // want "error: this rejection is not returned"
})
api.interceptors.response.use((r) => r, (error) => error) // want "error: this error handler of `api` returns the error"
api.interceptors.response.use((r) => r, (error) => {
  return error // want "error: this error handler of `api` returns the error"
})
api.interceptors.request.use((c) => c, (error) => { Promise.reject(error) }) // want:strict "advice: this error handler of requests"
