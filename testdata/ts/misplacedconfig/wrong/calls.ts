import axios from 'axios'
import { api } from './api'

const headers = { Authorization: 'Bearer ' + localStorage.getItem('token') }
const config = { headers, withCredentials: true }

export async function all(id: string, data: object) {
  await axios.post('/a', { headers }) // want "error: `headers` stands where `axios.post` takes the body: sent as data"
  await axios.patch('/a', { headers: { Authorization: 'x' }, timeout: 10 }) // want "`headers` and `timeout` stand where `axios.patch`"
  await api.post('/a', { withCredentials: true }) // want "`withCredentials` stands where `api.post`"
  await api.post('/a', config) // want "`headers` and `withCredentials` stand"
  await api.put('/a', { params: { id }, auth: { username: 'a', password: id }, headers }) // want "`params`, `auth` and `headers` stand"
  await api.post('/a', { Headers: headers }) // want "`Headers` stands"
  await axios.get('/a', {}, { headers }) // want "error: `axios.get` takes two arguments, so this one is ignored"
  await axios.delete('/a/' + id, {}, { withCredentials: true }) // want "`axios.delete` takes two arguments"
  await axios.delete('/a', data, { header: {} }) // want "`axios.delete` takes two arguments"
  await api.head('/a', null, config) // want "`api.head` takes two arguments"
  await axios.post('/a', data, { headers }, { withCredentials: true }) // want "`axios.post` takes three arguments"
  await fetch('/a', { method: 'POST' }, { headers }) // want "`fetch` takes two arguments"
}
export const asked = () => axios.options('/a', {}, { headers }) // want "`axios.options` takes two arguments"
