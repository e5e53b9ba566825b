import axios from 'axios'
import { useAuth } from './pinia'
import { useSetup } from './setup'
import { useSession } from './zustand'
import { store, renew, renewed } from './redux'
import { vuex } from './vuex'

export const pinia = axios.create()
export const setup = axios.create()
export const zustand = axios.create()
export const thunk = axios.create()
export const written = axios.create()
export const root = axios.create()
export const bare = axios.create()

pinia.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401 || error.config._retry) throw error
  error.config._retry = true
  await useAuth().refresh() // want "error: `pinia.post` goes through the response interceptor of `pinia`"
  return pinia(error.config)
})

setup.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401 || error.config._retry) throw error
  error.config._retry = true
  const auth = useSetup()
  await auth.refresh() // want "error: `setup.post` goes through"
  return setup(error.config)
})

zustand.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401 || error.config._retry) throw error
  error.config._retry = true
  await useSession.getState().refresh() // want "error: `zustand.post` goes through"
  return zustand(error.config)
})

thunk.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401 || error.config._retry) throw error
  error.config._retry = true
  await store.dispatch(renew()) // want "error: `thunk.post` goes through"
  return thunk(error.config)
})

written.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401 || error.config._retry) throw error
  error.config._retry = true
  await store.dispatch(renewed()) // want "error: `written.post` goes through"
  return written(error.config)
})

root.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401 || error.config._retry) throw error
  error.config._retry = true
  await vuex.dispatch('auth/refresh') // want "error: `root.post` goes through"
  return root(error.config)
})

// Good: the action goes through a client without the handler.
export const safe = axios.create()
safe.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401 || error.config._retry) throw error
  error.config._retry = true
  await useAuth().refreshSafely()
  await vuex.dispatch('safely')
  return safe(error.config)
})
