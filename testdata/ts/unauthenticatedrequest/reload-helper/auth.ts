import axios from 'axios'

export function setAuthToken(token: string | null) {
  if (token) axios.defaults.headers.common['Authorization'] = `Bearer ${token}` // want:strict "only the login sets this default of `axios`"
  else delete axios.defaults.headers.common['Authorization']
}
