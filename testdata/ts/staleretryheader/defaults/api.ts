import axios from 'axios'

// a: only the defaults are changed.
axios.interceptors.response.use((r) => r, async (error) => {
  const request = error.config
  if (error.response?.status === 401 && !request.sent) {
    request.sent = true
    const { data } = await axios.post('/auth/refresh', {}, { withCredentials: true })
    axios.defaults.headers.common['Authorization'] = `Bearer ${data.token}`
    return axios(request) // want "error: the request is sent again through `axios` with the Authorization header that was refused: defaults are put on a request once"
  }
  throw error
})

// The first client has an interceptor, the one that sends again has none.
const api = axios.create()
const bare = axios.create()
api.interceptors.request.use((config) => {
  config.headers.Authorization = `Bearer ${localStorage.getItem('token')}`
  return config
})
api.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status === 401) {
    const { data } = await bare.post('/auth/refresh')
    localStorage.setItem('token', data.token)
    return bare(error.config) // want "sent again through `bare` .* no interceptor of this client sets a new one"
  }
  throw error
})
