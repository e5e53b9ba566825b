import axios from 'axios'
import useAxios, { configure, makeUseAxios } from 'axios-hooks'
import { useAxios as useAxiosVue } from '@vueuse/integrations/useAxios'
import { useAxios as own } from './own'
import { createContext, useContext, useEffect, useMemo, useRef } from 'react'

const api = axios.create({ baseURL: 'https://api.example.com', withCredentials: true }) // client axios https://api.example.com credentials

export function Login() {
  useAxios('/login') // sends axios GET /login
  useAxios({ url: '/login', method: 'POST' }, { manual: true }) // sends axios POST /login
  useAxiosVue('/login', api) // sends axios GET https://api.example.com/login credentials
  useAxiosVue('/login', { method: 'POST' }, api) // sends axios POST https://api.example.com/login credentials
  useAxiosVue('/login', { method: 'POST' }) // sends axios POST /login
  own('/login') // silent: an own hook that sends nothing
}

const useApi = makeUseAxios({ axios: api })
export function Me() {
  useApi('/login') // sends axios GET https://api.example.com/login credentials
}

const Api = createContext(axios.create({ baseURL: 'https://context.example.com' })) // client axios https://context.example.com
export const useClient = () => useContext(Api)

export function useOwn(token: string) {
  const client = useMemo(() => axios.create({ baseURL: 'https://memo.example.com' }), []) // client axios https://memo.example.com | client axios https://memo.example.com
  const ref = useRef(axios.create({ baseURL: 'https://ref.example.com' })) // client axios https://ref.example.com
  useEffect(() => {
    const id = client.interceptors.request.use((config) => {
      config.headers.Authorization = `Bearer ${token}` // header axios
      return config
    })
    return () => client.interceptors.request.eject(id)
  }, [token])
  ref.current.get('/me') // sends axios GET https://ref.example.com/me
  return client
}

export function Page() {
  const client = useOwn('t')
  client.post('/login') // sends axios POST https://memo.example.com/login authorized
  useClient().get('/me') // sends axios GET https://context.example.com/me
}
