import axios from 'axios'

export const api = axios.create()
export const other = axios.create()
declare const show: (text: unknown) => void

api.interceptors.response.use((r) => r, (error) => Promise.reject({ response: error.response ?? { data: 'no network' } }))
other.interceptors.response.use((r) => r, (error) => {
  console.log(error)
})

export const load = () => api.get('/a').catch((e) => show(e.response.data)) // the interceptor makes a response
export const loadOther = () => other.get('/a').catch((e) => show(e.response.data)) // never comes here
