import axios from 'axios'
import { GraphQLClient } from 'graphql-request'
import { io } from 'socket.io-client'

// The default is written again after the login.
export const api = axios.create({ headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } })
export const login = async (user: object) => {
  const { data } = await api.post('/login', user)
  api.defaults.headers.common.Authorization = `Bearer ${data.token}`
}

// A helper writes it, at load and at each login.
export const setAuthToken = (token: string | null) => {
  if (token) axios.defaults.headers.common.Authorization = `Bearer ${token}`
  else delete axios.defaults.headers.common.Authorization
}
setAuthToken(localStorage.getItem('token'))

// An interceptor of the same instance overwrites it.
export const second = axios.create({ headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } })
second.interceptors.request.use((config) => {
  config.headers.Authorization = `Bearer ${localStorage.getItem('token')}`
  return config
})

// setHeader gives it another one.
export const gql = new GraphQLClient('/graphql', { headers: { authorization: `Bearer ${localStorage.getItem('token')}` } })
export const renew = (t: string) => gql.setHeader('authorization', `Bearer ${t}`)

// The object auth is changed before the socket connects again.
export const socket = io('/', { auth: { token: localStorage.getItem('token') } })
export const connect = (token: string) => {
  socket.auth = { token }
  socket.connect()
}
