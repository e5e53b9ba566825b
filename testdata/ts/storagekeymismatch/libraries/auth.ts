import axios from 'axios'
import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { defineStore } from 'pinia'
import { persistReducer } from 'redux-persist'
import createPersistedState from 'vuex-persistedstate'
import { OAuthService } from 'angular-oauth2-oidc'

export async function login(user: object) {
  const { data } = await axios.post('/api/login', user)
  localStorage.setItem('token', data.token)
  sessionStorage.setItem('accessToken', data.token)
}

export const useToken = create(persist(() => ({ token: null }), { name: 'auth-token' }))
export const useAuth = defineStore('authToken', { state: () => ({ token: '' }), persist: true })
export const useKeyed = defineStore('keyed', () => ({ token: '' }), { persist: { key: 'access-token' } })
export const reducer = persistReducer({ key: 'auth' }, (s: object) => s)
export const plugin = createPersistedState({ key: 'jwt' })

export const reads = [
  localStorage.getItem('auth-token'), // zustand's persist writes it
  localStorage.getItem('authToken'), // pinia's plugin does, under the id of the store
  localStorage.getItem('access-token'), // and under a key of its own
  localStorage.getItem('persist:auth'), // redux-persist does
  localStorage.getItem('jwt'), // vuex-persistedstate does
  sessionStorage.getItem('access_token'), // angular-oauth2-oidc does
  localStorage.getItem('sb-project-auth-token'), // Supabase
  localStorage.getItem('auth._token.local'), // @nuxtjs/auth
  localStorage.getItem('feathers-jwt'), // Feathers
  localStorage.getItem('okta-token-storage'), // Okta
  localStorage.getItem('satellizer_token'), // Satellizer
]
