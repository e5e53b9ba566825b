import axios from 'axios'

const api = axios.create()
api.interceptors.request.use((c) => c, (error) => {
  Promise.reject(error) // want:strict "advice: this error handler of requests of `api` does not reject"
})
api.interceptors.request.use((c) => c, (error) => { // want:strict "advice: this error handler of requests of `api` does not reject"
  console.log(error)
})
api.interceptors.request.use((c) => c, (error) => Promise.reject(error)) // rejects
