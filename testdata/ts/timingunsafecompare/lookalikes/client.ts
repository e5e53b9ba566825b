import axios from 'axios'

let lastToken = ''
export function onChange(newToken: string, oldToken: string) {
  if (newToken !== oldToken) axios.defaults.headers.common.Authorization = `Bearer ${newToken}` // a client looks whether it changed
}
axios.interceptors.response.use((response) => {
  if (response.headers['x-token'] !== lastToken) lastToken = response.headers['x-token'] // an answer, not a request
  return response
})
export const sameKey = (key: string) => key === import.meta.env.VITE_API_KEY // a page has no secrets, and nobody sent this
