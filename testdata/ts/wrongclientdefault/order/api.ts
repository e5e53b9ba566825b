import axios from 'axios'

axios.defaults.headers.common.Authorization = `Bearer ${localStorage.getItem('token') ?? ''}`

// Made after the default was set: it is copied then.
export const api = axios.create({ baseURL: '/api' })

export const orders = () => api.get('/orders')
