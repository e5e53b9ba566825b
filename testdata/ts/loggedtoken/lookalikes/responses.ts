import axios from 'axios'

const api = axios.create({ baseURL: '/api' })
api.interceptors.response.use((response) => response, (error) => Promise.reject(error))

export async function login(user: object) {
  const response = await axios.post('/api/login', user)
  console.log(response?.accessToken) // a response has no such property: its body is response.data
  const { data } = await api.post('/login', user)
  const again = await api.post('/login', user)
  console.log(again.token) // nor has that of an instance whose interceptor hands it on
  return [data, response]
}

export async function asked(config: any, headers: Record<string, string>) {
  console.log(config.headers) // before anything is written into them
  config.headers['X-Trace'] = '1'
  console.log(config.headers, headers) // no credentials were written there
  config.headers.Authorization = `Bearer ${sessionStorage.getItem('token') ?? ''}`
  console.log(config.url, config.headers['X-Trace'], Object.keys(config.headers)) // other parts
}
