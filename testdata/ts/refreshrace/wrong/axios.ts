import axios from 'axios'
import { router } from './router'
import { save, load, forget } from './tokens'

const bare = axios.create({ baseURL: '/api' })

// The refresh token rotates.
const rotating = axios.create({ baseURL: '/api' })
rotating.interceptors.response.use(undefined, async (error) => {
  const request = error.config
  if (error.response?.status !== 401 || request._retry) throw error
  request._retry = true
  const { data } = await bare.post('/auth/refresh', { refreshToken: load('refreshToken') }) // want "warning: requests that are refused at the same time each call `bare.post`; each refresh replaces the refresh token"
  save('refreshToken', data.refreshToken)
  request.headers.Authorization = `Bearer ${data.accessToken}`
  return rotating(request)
})

// The losers' failure branch gives up the session that the winner has renewed.
const failing = axios.create({ baseURL: '/api' })
failing.interceptors.response.use(undefined, async (error) => {
  const request = error.config
  if (error.response?.status === 401 && !request._retry) {
    request._retry = true
    try {
      await refreshSession() // want "warning: .* each call `refreshSession`; one that fails ends the session"
      return failing(request)
    } catch (e) {
      forget()
      localStorage.removeItem('token')
      router.push('/login')
    }
  }
  throw error
})
async function refreshSession() {
  await bare.post('/auth/refresh')
}

// In a chain of promises.
const chained = axios.create({ baseURL: '/api' })
chained.interceptors.response.use(
  (r) => r,
  (error) => {
    if (error.response.status === 401) {
      return bare // want "warning: .* each call"
        .post('/auth/refresh', { refreshToken: load('refreshToken') })
        .then(({ data }) => {
          localStorage.setItem('refresh_token', data.refresh_token)
          error.config.headers.Authorization = `Bearer ${data.token}`
          return bare(error.config)
        })
        .catch(() => {
          window.location.href = '/login'
        })
    }
    return Promise.reject(error)
  },
)

// Without rotation and logout it costs requests alone.
const costly = axios.create({ baseURL: '/api' })
costly.interceptors.response.use(undefined, async (error) => {
  const request = error.config
  if (error.response?.status !== 401 || request._retry) throw error
  request._retry = true
  await renew() // want:strict "advice: requests that are refused at the same time each call `renew`, where one refresh would do for all"
  return costly(request)
})

async function renew() {
  await bare.post('/auth/refresh', { refresh: load('refreshToken') })
}

// The answer is 200 with a code.
const coded = axios.create({ baseURL: '/api' })
coded.interceptors.response.use(async (response) => {
  if (response.data.code === 401) {
    const { data } = await bare.post('/auth/refresh', { refreshToken: load('refreshToken') }) // want "warning: .*"
    save('refreshToken', data.refreshToken)
    return bare(response.config)
  }
  return response
})

// Before the request: all that are sent when the token has expired refresh.
const early = axios.create({ baseURL: '/api' })
early.interceptors.request.use(async (config) => {
  if (Number(load('expiresAt')) < Date.now()) {
    const { data } = await bare.post('/auth/refresh', { refreshToken: load('refreshToken') }) // want "warning: requests that are sent at the same time each call `bare.post`"
    save('refreshToken', data.refreshToken)
  }
  config.headers.Authorization = `Bearer ${load('token')}`
  return config
})
