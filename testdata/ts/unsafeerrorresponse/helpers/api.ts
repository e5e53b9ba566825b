import axios from 'axios'
import { handle, handleKnown, onRejected } from './errors'

const api = axios.create()
api.interceptors.response.use((r) => r, onRejected)

export const load = () => axios.get('/a').catch((e) => handle(e))
export const loadKnown = () => axios.get('/a').catch((e) => {
  if (!e.response) return
  handleKnown(e)
})
