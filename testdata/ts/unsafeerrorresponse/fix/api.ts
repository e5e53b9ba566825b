import axios from 'axios'

const api = axios.create()
declare const show: (text: unknown) => void
declare const log: { error: unknown }

api.interceptors.response.use((r) => r, (error) => {
  if (error.response.status === 401 || error.response.status === 403) localStorage.clear() // want "warning: "
  show(`${error.response
    .data.message}`)
  return Promise.reject(error)
})
export const a = () => api.get('/a').catch((e) => { show(e.response['data']) }) // want "warning: "
export const b = () => api.get('/b').catch((e) => { throw e.response.data }) // want "warning: "
export const c = () => api.get('/c').catch((e) => Promise.reject(e.response.data.message)) // want "warning: "
export const d = () => api.get('/d').catch((e) => { show(e.response!.data) }) // want "warning: "
export const f = () => api.get('/f').catch((e) => {
  const { status } = e.response // want "warning: "
  show(status)
})
export const g = (res: any) => api.get('/g').catch((e) => { res.status(e.response.status).end() }) // want "warning: "
export const h = () => api.get('/h').catch((e) => { log.error = e.response.data.errors.map((x: string) => x.trim()) }) // want "warning: "
export const i = () => api.get('/i').catch((e) => e.response.data) // want "warning: "
