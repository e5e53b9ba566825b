import axios from 'axios'
import { io } from 'socket.io-client'
import { GraphQLClient } from 'graphql-request'
import { setContext } from '@apollo/client/link/context'

// Made for each request.
export const axiosWithAuth = () => axios.create({ headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } })

export function getApi() {
  const token = localStorage.getItem('token')
  return axios.create({ headers: { Authorization: `Bearer ${token}` } })
}
export const load = () => getApi().get('/list')

// Read for each request.
export const authLink = setContext((_, { headers }) => {
  const token = localStorage.getItem('token')
  return { headers: { ...headers, authorization: token ? `Bearer ${token}` : '' } }
})
export const posts = () => axios.get('/posts', { headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } })

// A static key of the environment, and a constant.
export const service = axios.create({ headers: { Authorization: `Bearer ${process.env.API_TOKEN}` } })
export const vite = axios.create({ headers: { Authorization: `Bearer ${import.meta.env.VITE_TOKEN}` } })

// Functions that the libraries call when they need the token.
export const socket = io('/', { auth: (cb) => cb({ token: localStorage.getItem('token') }) })
export const gql = new GraphQLClient('/graphql', { headers: () => ({ authorization: `Bearer ${localStorage.getItem('token')}` }) })

// A variable that is written again.
let current = localStorage.getItem('token')
export const setCurrent = (t: string) => {
  current = t
}
export const read = () => axios.get('/me', { headers: { Authorization: `Bearer ${current}` } })

// A property that is written again.
const session = { token: localStorage.getItem('token') }
export const login = (t: string) => {
  session.token = t
}
export const mine = () => axios.get('/me', { headers: { Authorization: `Bearer ${session.token}` } })

// What is sent at load is fresh.
const now = localStorage.getItem('token')
export const boot = axios.get('/boot', { headers: { Authorization: `Bearer ${now}` } })

// Not a token: the address of the server.
export const at = axios.create({ baseURL: localStorage.getItem('server') ?? '/' })
