import axios from 'axios'

// The stored token is taken where there is none in memory, and is sent as it is.
axios.interceptors.request.use((config) => {
  const { accessToken } = session()
  config.headers.Authorization = `Bearer ${accessToken && accessToken !== null ? accessToken : localStorage.getItem('accessToken')}` // want "is null when nobody is logged in, and `Bearer null` is sent"
  return config
})

export const either = (token?: string) => fetch('/me', { headers: { Authorization: `Bearer ${token || localStorage.getItem('token')}` } }) // want "`Bearer null` is sent"

declare function session(): { accessToken: string }
