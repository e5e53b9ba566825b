import axios from 'axios'

const api = axios.create({ baseURL: '/api' })

api.interceptors.request.use((config) => {
  config.headers.Authorization = `Bearer ${sessionStorage.getItem('token') ?? ''}`
  console.log(config.headers) // want "warning: `config.headers` is written to the log by `console.log`"
  console.debug('request', config) // want "`config` is written to the log"
  return config
})

api.interceptors.response.use(undefined, async (error) => {
  const prevRequest = error?.config
  if (error?.response?.status === 401 && !prevRequest?.sent) {
    prevRequest.sent = true
    prevRequest.headers['Authorization'] = `Bearer ${sessionStorage.getItem('token')}`
    console.log(prevRequest.headers) // want "`prevRequest.headers` is written to the log"
    return axios(prevRequest)
  }
  return Promise.reject(error)
})

export function own(token: string) {
  const headers = new Headers()
  headers.set('Authorization', `Bearer ${token}`)
  console.log(headers) // want "`headers` is written to the log"
  const plain = { Accept: 'text/html', Authorization: `Bearer ${token}` }
  console.log(plain) // want "`plain` is written to the log"
  return fetch('/me', { headers: token ? headers : plain })
}

// Here the interceptor hands out the body, and the token is in it.
const unwrapped = axios.create({ baseURL: '/api' })
unwrapped.interceptors.response.use((response) => response.data)
export async function login(user: object) {
  const body: any = await unwrapped.post('/login', user)
  console.log(body.accessToken) // want "`body.accessToken` is written to the log"
}
