import axios from 'axios'
import { loadOrders } from './api'

const api = axios.create()
declare const show: (text: string) => void

api.interceptors.response.use((r) => r, (error) => {
  if (error.response.status === 401) localStorage.clear() // want "warning: `error.response.status` throws a TypeError where the request got no answer"
  return Promise.reject(error)
})
api.interceptors.response.use((r) => r, (error) => {
  switch (error.response.status) { // want "warning: `error.response.status` throws"
    case 401:
      localStorage.clear()
  }
  return Promise.reject(error)
})
api.interceptors.response.use((r) => r, (error) => {
  const status = error.response.status // want "warning: `error.response.status` throws"
  if (!error.response) show('no network') // too late
  if (status === 401) localStorage.clear()
  return Promise.reject(error)
})
api.interceptors.response.use((r) => r, (error) => {
  if (error.response?.status !== 401) {
    show(error.response.data.message) // want "warning: `error.response.data` throws"
  }
  return Promise.reject(error)
})
api.interceptors.response.use((r) => r, (error) => {
  const original = error.config
  if (!original._retry && error?.response.status === 401) { // want "warning: `error\\?.response.status` throws"
    original._retry = true
    return api(original)
  }
  return Promise.reject(error)
})
api.interceptors.response.use((r) => r, (error) => {
  if (axios.isCancel(error)) return Promise.reject(error)
  show(error.response['data']) // want "warning: `error.response\\['data'\\]` throws"
  return Promise.reject(error)
})

export async function save() {
  try {
    await api.post('/orders')
  } catch (e) {
    show(e.response.data.message) // want "warning: `e.response.data` throws"
  }
}
export async function load() {
  try {
    await loadOrders()
  } catch (e) {
    show(e.response.data.message) // want "warning: `e.response.data` throws"
  }
}
export const remove = () => api.delete('/orders').then((r) => r.data).catch((e) => show(e.response.data)) // want "warning: `e.response.data` throws"
export const put = () => api.put('/orders').then((r) => show(r.data), (e) => show(e.response.data)) // want "warning: `e.response.data` throws"
export async function both() {
  try {
    await Promise.all([api.get('/a'), api.get('/b')])
  } catch (e: any) {
    const response = e.response
    show(response.data) // want "warning: `response.data` throws"
  }
}
export async function either() {
  try {
    await api.get('/a')
  } catch (e: any) {
    if (e.response || navigator.onLine) show(e.response.data) // want "warning: `e.response.data` throws"
  }
}
