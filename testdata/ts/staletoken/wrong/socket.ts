import { io } from 'socket.io-client'

// e: what a socket sends at each connection
export const socket = io('/', { auth: { token: localStorage.getItem('e1') } }) // want "`socket` sends that value"
export const second = io('/', { query: { token: localStorage.getItem('e2') } }) // want "`second` sends that value"
