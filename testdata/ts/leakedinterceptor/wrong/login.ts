import axios from 'axios'
import { authorize } from './api'

// c: in every login, with the token in the closure
export async function login(name: string, password: string) {
  const { data } = await axios.post('/login', { name, password })
  const token = data.token
  axios.interceptors.request.use((config) => { // want "error: each call of `login` registers this request interceptor on `axios` once more, .* so every request is sent with the first `token`"
    config.headers.Authorization = 'Bearer ' + token
    return config
  })
}

export async function signIn(name: string, password: string) {
  const { data } = await axios.post('/login', { name, password })
  authorize(data.token)
}

// c: by what it sends, in a callback of the login
export function submit(form: object) {
  return axios.post('/auth/login', form).then(({ data }) => {
    axios.interceptors.request.use((config) => { // want "warning: each call of `submit` registers"
      config.headers.Authorization = 'Bearer ' + data.token
      return config
    })
  })
}

// c: by a method of a class that other methods call
class AuthService {
  registerLogin(token: string) {
    return axios.post('/login', {}).then(() => this.setUp('Bearer ' + token))
  }

  setUp(token: string) {
    axios.interceptors.request.use((config) => { // want "error: each call of `registerLogin` .* the first `token`"
      config.headers.Authorization = token
      return config
    })
  }
}

export default new AuthService()
