import axios from 'axios'
import store from './store'

export async function profile() {
  const config = { headers: { Authorization: `Bearer ${store.getState().auth.token}` } } // want "advice: this header is written by hand for 3 calls of `axios`"
  return axios.get('/api/profile', config)
}

export async function rename(name: string) {
  const config = { headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${store.getState().auth.token}` } }
  return axios.put('/api/profile', { name }, config)
}

export async function remove() {
  const config = { headers: { Authorization: `Bearer ${store.getState().auth.token}` } }
  return axios.delete('/api/profile', config)
}
