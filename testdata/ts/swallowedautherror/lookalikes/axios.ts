import axios from 'axios'
import { createAsyncThunk } from '@reduxjs/toolkit'

const api = axios.create()
const fail = (error: Error): never => {
  throw error
}

api.interceptors.response.use((r) => r, (e) => { throw e }) // throws
api.interceptors.response.use((r) => r, (e) => Promise.reject(e)) // rejects
api.interceptors.response.use((r) => r, (e) => fail(e)) // throws elsewhere
api.interceptors.response.use((r) => r, async (e) => {
  await Promise.reject(e) // throws here
})
api.interceptors.response.use((r) => r, (e) => {
  Promise.reject(e)
  return Promise.reject(e) // handed on all the same
})
api.interceptors.response.use((r) => r, (e) => {
  if (axios.isCancel(e)) return e // nobody waits for a request that was cancelled
  throw e
})
api.interceptors.response.use((r) => r, (e) => {
  if (e.response?.status === 401) return new Promise(() => {}) // never settles, on purpose
  throw e
})
api.interceptors.response.use((r) => r, (error) => ({ data: null, error })) // a type of its own: callers test it
api.interceptors.response.use((r) => r, (error) => new Promise((resolve, reject) => {
  axios.post('/auth/refresh').then(() => resolve(axios(error.config)), reject) // not followed
}))
api.interceptors.response.use((r) => r, (e) => {
  const rejection = Promise.reject(e)
  return rejection // handed on
})
api.interceptors.request.use(async (config) => {
  try {
    await axios.get('/csrf')
  } catch (e) {
    console.warn(e) // the request goes out without it
  }
  return config
})

// .catch where a request is sent: it shows a message.
export const load = () => api.get('/orders').catch((e) => {
  console.error(e)
})

api.interceptors.response.use((r) => r, (error) => [null, error]) // a tuple: callers test it
const lax = axios.create({ validateStatus: () => true })
lax.interceptors.response.use((r) => r) // nothing fails here, and callers look at the status
export const fetchOrders = createAsyncThunk('orders', async (_, { rejectWithValue }) => {
  try {
    return (await api.get('/orders')).data
  } catch (e) {
    return rejectWithValue(e) // the thunk is rejected
  }
})
export const leave = async () => {
  await api.post('/logout').catch(() => {}) // nobody depends on it
  localStorage.clear()
}
