import axios from 'axios'
import { setContext } from '@apollo/client/link/context'

// d: a constant of the module, used inside a callback
const token = localStorage.getItem('d1') // want "`token` sends that value"

export const authLink = setContext((_, { headers }) => ({
  headers: { ...headers, authorization: token ? `Bearer ${token}` : '' },
}))

const accessToken = localStorage.getItem('d2') // want "`accessToken` sends"

export const getPosts = () => axios.get('/posts', { headers: { Authorization: `Bearer ${accessToken}` } })
export const getUsers = () => fetch('/users', { headers: { Authorization: `Bearer ${accessToken}` } })

// The whole configuration is made at load.
const config = { headers: { Authorization: `Bearer ${localStorage.getItem('d3')}` } } // want "`config` sends"
export const save = (post: object) => axios.post('/posts', post, config)

const instance = axios.create()
const held = localStorage.getItem('d4') // want "`held` sends"
instance.interceptors.request.use((c) => {
  c.headers.Authorization = `Bearer ${held}`
  return c
})
export const list = () => instance.get('/list')
