import { io } from 'socket.io-client'

// A property of auth is changed before the socket connects.
export const socket = io('/', { auth: { token: localStorage.getItem('token') }, autoConnect: false })
export const connect = (token: string) => {
  socket.auth.token = token
  socket.connect()
}
