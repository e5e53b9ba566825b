import axios, { AxiosInstance } from 'axios'

export function createApi(baseURL: string) {
  const instance = axios.create({ baseURL }) // client axios ‹baseURL› | client axios https://one.example.com | client axios https://two.example.com credentials
  instance.interceptors.request.use((config) => {
    config.headers.Authorization = `Bearer ${localStorage.getItem('token')}` // header axios
    return config
  })
  return instance
}

const one = createApi('https://one.example.com')
one.get('/me') // sends axios GET https://one.example.com/me authorized

const two = createApi('https://two.example.com')
two.defaults.withCredentials = true
two.post('/login') // sends axios POST https://two.example.com/login credentials authorized

let shared: AxiosInstance | undefined
export const getShared = () => {
  if (!shared) shared = axios.create({ baseURL: 'https://shared.example.com' }) // client axios https://shared.example.com
  return shared
}
getShared().get('/me') // sends axios GET https://shared.example.com/me

let lazy: AxiosInstance
export const getLazy = () => (lazy ??= axios.create({ baseURL: 'https://lazy.example.com' })) // client axios https://lazy.example.com
getLazy().get('/me') // sends axios GET https://lazy.example.com/me

export const getLater = async () => axios.create({ baseURL: 'https://later.example.com' }) // client axios https://later.example.com | client axios https://later.example.com
export async function me() {
  const client = await getLater()
  return client.get('/me') // sends axios GET https://later.example.com/me
}

const clients = {
  users: axios.create({ baseURL: 'https://users.example.com' }), // client axios https://users.example.com
}
clients.users.get('/1') // sends axios GET https://users.example.com/1

export const withDefaults = Object.assign(axios.create({ baseURL: 'https://assigned.example.com' }), { extra: 1 }) // client axios https://assigned.example.com
withDefaults.get('/1') // sends axios GET https://assigned.example.com/1
