import axios from 'axios'

export const api = axios.create({ baseURL: '/api' })

export async function login(name: string, password: string) {
  const { data } = await api.post('/login', { name, password })
  localStorage.setItem('token', data.token)
  axios.defaults.headers.common.Authorization = `Bearer ${data.token}` // want "error: this default is set on `axios`, through which nothing is sent; requests go out through `api`, which was made before and keeps its own defaults, and carry no credentials"
}

export const orders = () => api.get('/orders')

// In the same module and after the instance: it was copied before this runs.
axios.defaults.headers.common['Authorization'] = `Bearer ${localStorage.getItem('token') ?? ''}` // want "error: this default is set on `axios`"
