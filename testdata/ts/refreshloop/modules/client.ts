import axios from 'axios'

export const api = axios.create()
export const chained = axios.create()
export const whole = axios.create()

// The two files import each other, so the handler imports late.
api.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401 || error.config._retry) throw error
  error.config._retry = true
  const { renew } = await import('./session')
  await renew() // want "error: `api.post` goes through"
  return api(error.config)
})

whole.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401 || error.config._retry) throw error
  error.config._retry = true
  await (await import('./session')).renewWhole() // want "error: `whole.post` goes through"
  return whole(error.config)
})

chained.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401 || error.config._retry) throw error
  error.config._retry = true
  await import('./session').then((session) => session.renewChained()) // want "error: `chained.post` goes through"
  return chained(error.config)
})
