import axios from 'axios'
import { LocalStorage } from 'quasar'
import { environment } from './environment'

enum Keys {
  Token = 'accessToken',
}

export async function login(user: object) {
  const { data } = await axios.post('/api/login', user)
  localStorage.setItem(`${environment.prefix}token`, data.token)
  localStorage.setItem(Keys.Token, data.token)
  LocalStorage.set('access_token', data.token)
}

export const prefixed = () => localStorage.getItem('app_token') // the prefix may be that
export const member = () => localStorage.getItem('accessToken') // written under a member of an enum
export const quasar = () => localStorage.getItem('access_token') // Quasar writes it
