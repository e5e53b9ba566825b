import axios from 'axios'
import { write } from './store'

export const me = () => axios.get('/me')
export const begin = (token: string) => write('accessToken', token)
export const one = () => localStorage.getItem('app.token') // login.ts writes it, through two wrappers
export const two = () => localStorage.getItem('jwt')
