import axios from 'axios'
import { options } from './options'

export const a = () => axios.get('/me', options()) // gap: what the function returns was not seen
