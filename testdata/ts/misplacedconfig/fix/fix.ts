import axios from 'axios'

const headers = { Authorization: 'Bearer ' + sessionStorage.getItem('token') }

export const post = (id: string) => axios.post(`/a/${id}`, { headers }) // want "headers"
export const put = (id: string) => axios.put(
  `/a/${id}`,
  { headers, timeout: 10 }, // want "stand"
)
export const get = () => axios.get('/a', {}, { headers }) // want "ignored"
export const remove = () => axios.delete('/a', null, { headers }) // want "ignored"
