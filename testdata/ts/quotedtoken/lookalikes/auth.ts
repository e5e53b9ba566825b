import axios from 'axios'
import store from 'store2'
import { useLocalStorage } from 'usehooks-ts'
import { LocalStorage } from 'quasar'
import { useStorage } from '@vueuse/core'
import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { read, write } from './json'

export async function login(user: object) {
  const { data } = await axios.post('/api/login', user)
  localStorage.setItem('tokens', JSON.stringify({ access: data.access, refresh: data.refresh }))
  localStorage.setItem('token', JSON.stringify(data.token))
  localStorage.setItem('authToken', JSON.stringify(data))
  localStorage.setItem('quotedToken', JSON.stringify(data.token))
  localStorage.setItem('rawToken', data.token)
  localStorage.setItem('handMadeToken', `"${data.token}"`)
  store.set('jwt', data.token)
  write('wrappedToken', data.token)
  LocalStorage.set('quasarToken', data.token)
}

export const headers = () => ({
  Authorization: `Bearer ${JSON.parse(localStorage.getItem('tokens') ?? '{}').access}`, // an object, and a field of it
})

export const parsed = () => {
  const token = JSON.parse(localStorage.getItem('token') ?? '""') // parsed as it was stringified
  return token && { Authorization: `Bearer ${token}` }
}

export const handMade = () => {
  const token = JSON.parse(localStorage.getItem('handMadeToken') ?? '""') // its quotes were written by hand
  return token && { Authorization: `Bearer ${token}` }
}

export const sent = () => {
  const token = localStorage.getItem('authToken') // what was stored may be anything
  return token && { Authorization: `Bearer ${token}` }
}

export const unquoted = () => {
  const token = localStorage.getItem('quotedToken')?.replace(/"/g, '') // the quotes are taken off
  return token && { Authorization: `Bearer ${token}` }
}

export const raw = () => {
  const token = localStorage.getItem('rawToken') // stored as it is, taken as it is
  return token && { Authorization: `Bearer ${token}` }
}

export const both = () => {
  const jwt = store.get('jwt') // the library parses what it stringified
  return jwt && { Authorization: `Bearer ${jwt}` }
}

export const wrapped = () => {
  const token = read('wrappedToken') // so does the project's own wrapper
  return token && { Authorization: `Bearer ${token}` }
}

export const quasar = () => {
  const token = LocalStorage.getItem('quasarToken') // and Quasar, which adds a prefix
  return token && { Authorization: `Bearer ${token}` }
}

export function useToken() {
  const [token] = useLocalStorage('hookToken', '') // the hook does both
  const held = useStorage('heldToken', '') // VueUse keeps strings as they are
  return [token, held]
}

// What persists a store reads it back by itself.
export const useSession = create(persist(() => ({ token: '' }), { name: 'persistedToken' }))
export const persisted = () => {
  const token = useSession.getState().token
  return token && { Authorization: `Bearer ${token}` }
}

export const careful = () => {
  try {
    return JSON.parse(localStorage.getItem('rawToken') ?? '') // that it may throw is provided for
  } catch {
    return localStorage.getItem('rawToken')
  }
}
