import axios from 'axios'

export const api = axios.create({ baseURL: '/api' })

// A promise that is kept after it was refused.
let refreshing: Promise<unknown> | null = null
export async function shared() {
  if (!refreshing) {
    refreshing = axios.post('/auth/refresh') // want "`refreshing` is kept when .* fails, so every later refusal gets this old refresh"
  }
  await refreshing
  refreshing = null
}

// d: what the executor returns goes nowhere.
api.interceptors.response.use(undefined, (error) => {
  return new Promise((resolve) => { // want "this promise is neither resolved nor rejected when the refresh fails"
    if (error.response?.status === 401) {
      resolve(axios.post('/auth/refresh').then(() => api(error.config)))
    }
    return Promise.reject(error)
  })
})

// d: nor does what an async executor throws.
export const renew = () =>
  new Promise(async (resolve) => { // want "neither resolved nor rejected when `axios.post` fails"
    const { data } = await axios.post('/auth/refresh')
    resolve(data.token)
  })

// d: a chain inside with no catch.
export const chained = () =>
  new Promise((resolve) => { // want "neither resolved nor rejected when `axios.post` fails"
    axios.post('/auth/refresh').then(({ data }) => resolve(data.token))
  })

// Good: both ways lead out.
export const both = () =>
  new Promise((resolve, reject) => {
    axios.post('/auth/refresh').then(({ data }) => resolve(data.token), reject)
  })
export const caught = () =>
  new Promise(async (resolve, reject) => {
    try {
      resolve((await axios.post('/auth/refresh')).data)
    } catch (e) {
      reject(e)
    }
  })
// Good: it stays so on purpose, a cancelled request.
export const never = () => new Promise(() => {})
