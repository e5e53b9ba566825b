import axios from 'axios'

// Of the global axios there are two: not often enough.
export const a = () => axios.get('/a', { headers: { Authorization: `Bearer ${localStorage.getItem('token') || ''}` } })
export const b = () => axios.get('/b', { headers: { Authorization: `Bearer ${localStorage.getItem('token') || ''}` } })

// A configuration that each function makes anew.
const files = axios.create({ baseURL: '/files' })
export function list() {
  const config = { headers: { Authorization: `Bearer ${localStorage.getItem('token') || ''}` } } // want "advice: this header is written by hand for 3 calls of `files`"
  return files.get('/', config)
}
export function read(id: string) {
  const config = { headers: { Authorization: `Bearer ${localStorage.getItem('token') || ''}` } }
  return files.get(id, config)
}
export function remove(id: string) {
  const config = { headers: { Authorization: `Bearer ${localStorage.getItem('token') || ''}` } }
  return files.delete(id, config)
}
