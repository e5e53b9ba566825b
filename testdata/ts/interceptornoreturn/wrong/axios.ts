import axios from 'axios'

const api = axios.create()
let token = ''

api.interceptors.request.use((c) => { // want "error: this request interceptor of `api` returns nothing, so the request fails"
  c.headers.Authorization = `Bearer ${token}`
})
api.interceptors.request.use((c) => { // want "error: this request interceptor of `api` returns nothing on some path"
  if (token) {
    c.headers.Authorization = `Bearer ${token}`
    return c
  }
})
api.interceptors.response.use((r) => { // want "error: this response interceptor of `api` returns nothing, so the caller gets undefined"
  console.log(r)
})
api.interceptors.response.use(undefined, (error) => { // want "error: this error handler of `api` returns nothing on some path, so the failed request succeeds"
  if (error.response?.status === 401) {
    axios.post('/auth/refresh').then(({ data }) => { token = data.token })
  } else {
    return Promise.reject(error)
  }
})
api.interceptors.response.use(undefined, async (error) => { // want "error: this error handler of `api` returns nothing on some path"
  try {
    return await axios(error.config)
  } catch (e) {
    console.log(e)
  }
})
api.interceptors.response.use(undefined, (error) => { // want "error: this error handler of `api` returns nothing on some path"
  if (error.response?.status === 401) return
  throw error
})
