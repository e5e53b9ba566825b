import axios from 'axios'

// told by its URL
const byURL = axios.create()
byURL.interceptors.response.use(async (response) => {
  if (response.data.code === 401 && !response.config.url?.includes('/auth/refresh')) {
    await byURL.post('/auth/refresh')
    return axios(response.config)
  }
  return response
})

// told by a mark
const byMark = axios.create()
byMark.interceptors.response.use(async ({ data, config }) => {
  if (data.code === 401 && !(config as any).isRefreshToken) {
    await byMark.post('/auth/refresh', null, { isRefreshToken: true } as any)
    return axios(config)
  }
  return data
})

// another client
const plain = axios.create()
const byClient = axios.create()
byClient.interceptors.response.use(async (response) => {
  if (response.data.code === 401) {
    await plain.post('/auth/refresh')
    return plain(response.config)
  }
  return response
})

// the refresh is about success, not refusal
const renewing = axios.create()
renewing.interceptors.response.use(async (response) => {
  if (response.headers['x-renew'] === 'yes') {
    await renewing.post('/auth/refresh')
  }
  return response
})

// gap: a code of the project, of which is not known whether a refused refresh answers with it too
const coded = axios.create()
coded.interceptors.response.use(async (response) => {
  if (response.data.code === 50014) {
    await coded.post('/auth/refresh')
    return axios(response.config)
  }
  return response
})
