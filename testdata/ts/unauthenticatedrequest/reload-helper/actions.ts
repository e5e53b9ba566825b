import axios from 'axios'
import { setAuthToken } from './auth'

export const login = (user: object) => axios.post('/api/users/login', user).then((res) => {
  localStorage.setItem('jwtToken', res.data.token)
  setAuthToken(res.data.token)
})

export const logout = () => {
  localStorage.removeItem('jwtToken')
  setAuthToken(null)
}

export const profile = () => axios.get('/api/my/profile')
