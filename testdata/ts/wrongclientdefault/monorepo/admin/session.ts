import axios from 'axios'

// The instance of another application is none of this one's business.
export function login(token: string) {
  axios.defaults.headers.common.Authorization = `Bearer ${token}`
}
