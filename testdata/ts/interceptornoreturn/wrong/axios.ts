import axios from 'axios'

const api = axios.create()
let token = ''

api.interceptors.request.use((c) => { // want "error: this request interceptor of `api` returns nothing, so the request fails"
  c.headers.Authorization = `Bearer ${token}`
})
api.interceptors.request.use((config) => { // want "error: this request interceptor of `api` returns nothing on some path"
  if (token) {
    config.headers.Authorization = `Bearer ${token}`
    return config
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
api.interceptors.response.use(undefined, (e) => { // want "error: this error handler of `api` returns nothing on some path"
  if (e.response?.status === 401) {
    return axios.post('/auth/refresh').then(({ data }) => {
      token = data.token // what is returned waits for this, and this gives nothing
    })
  }
  throw e
})
api.interceptors.response.use(undefined, (error) => { // want "error: this error handler of `api` returns nothing on some path"
  if (error.response?.status === 401) return window.location.replace('/login')
  throw error
})
api.interceptors.response.use(undefined, (error) => console.log(error)) // want "error: this error handler of `api` returns nothing, so"
api.interceptors.response.use((r) => { // want "error: this response interceptor of `api` returns nothing on some path"
  switch (r.data.code) {
    case 0:
      return r.data
    case 401:
      token = ''
      break
    default:
      throw new Error(r.data.message)
  }
})
api.interceptors.request.use((c) => { // want "error: this request interceptor of `api` returns nothing on some path"
  for (const header of ['a', 'b']) {
    c.headers[header] = token
    if (token) return c
  }
})
api.interceptors.request.use((c) => {
  c.headers.Authorization = token
  return c.headers // want "error: this request interceptor of `api` returns `c.headers`, which is no config"
})
api.interceptors.request.use((c) => {
  if (!token) return false // want "error: this request interceptor of `api` returns `false`, which is no config"
  return c
})
api.interceptors.request.use((c) => api(c)) // want "error: this request interceptor of `api` returns the answer of `api\\(c\\)`, which is no config, so the request fails with a TypeError"
api.interceptors.request.use(async (c) => {
  c.headers.Authorization = token
  return await axios.request(c) // want "error: this request interceptor of `api` returns the answer of"
})
