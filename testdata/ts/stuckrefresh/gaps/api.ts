import axios from 'axios'

const api = axios.create({ baseURL: '/api' })

// gap: it is reset by other code too, and nobody knows when that runs.
let busy = false
export const reset = () => { busy = false }
api.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401 || busy) throw error
  busy = true
  await axios.post('/auth/refresh')
  busy = false
  return api(error.config)
})
