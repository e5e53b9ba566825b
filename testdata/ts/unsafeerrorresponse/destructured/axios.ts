import axios from 'axios'

declare const show: (text: string) => void

export const a = () => axios.get('/a').catch(({ response }) => show(response.data)) // want "warning: `response.data` throws"
export const b = () => axios.get('/b').catch(({ response: { data } }) => show(data)) // want "warning: `response: { data }` throws"
export const c = () => axios.get('/c').catch((e) => {
  const { status, data } = e.response // want "warning: `e.response` throws"
  show(status + data)
})
export const d = () => axios.get('/d').catch((e) => {
  const { response } = e
  show(response.data) // want "warning: `response.data` throws"
})
export const f = () => axios.get('/f').catch((e) => {
  const { response: { data } } = e // want "warning: `response: { data }` throws"
  show(data)
})
export const g = () => axios.get('/g').catch((e) => {
  const { response = {} } = e
  show(response.data) // a default
})
export const h = () => axios.get('/h').catch(({ response }) => {
  if (response) show(response.data) // tested
})
export const i = () => axios.get('/i').catch((e) => {
  const { status, data } = e.response ?? {}
  show(status + data) // a default
  if (status === 401) show(e.response.data) // the status came from it
})
export const j = () => axios.get('/j').catch(({ response, code }) => {
  if (code === 'ERR_NETWORK') return
  show(response.data) // by another expression
})
