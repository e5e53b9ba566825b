import axios from 'axios'

export function setAuthToken(token: string | null) {
  if (token) axios.defaults.headers.common['Authorization'] = `Bearer ${token}`
  else delete axios.defaults.headers.common['Authorization']
}

export const login = (user: object) => axios.post('/api/users/login', user).then((res) => {
  localStorage.setItem('jwtToken', res.data.token)
  setAuthToken(res.data.token)
})

export const profile = () => axios.get('/api/my/profile')
