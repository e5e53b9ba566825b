import axios from 'axios'
import { signOut } from 'firebase/auth'
import { persistor } from './store'

const api = axios.create({ baseURL: '/api' })
api.interceptors.request.use((config) => {
  const token = localStorage.getItem('token') // set for each request: there is nothing to unset
  if (token) config.headers.Authorization = `Bearer ${token}`
  return config
})

export async function login(user: object) {
  const { data } = await api.post('/login', user)
  localStorage.setItem('token', data.token)
  localStorage.setItem('locale', data.locale) // kept on purpose
  localStorage.setItem('rememberedUser', data.name) // as well
}

export async function logout(auth: any, store: any) {
  localStorage.removeItem('token')
  await signOut(auth) // clears what is its own
  await persistor.purge() // empties the persisted state
  store.$reset()
}
