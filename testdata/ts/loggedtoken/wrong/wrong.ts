import axios from 'axios'

export async function login(user: object, token: string) {
  const res = await axios.post('/api/login', user)
  console.log(res.data.accessToken) // want "warning: `res.data.accessToken` is written to the log by `console.log`"
  console.log('token', token) // want "`token` is written"
  console.debug(`token: ${token}`) // want "by `console.debug`"
  console.log('token ' + localStorage.getItem('token')) // want "is written"
  console.log({ user, refreshToken: res.data.refreshToken }) // want "refreshToken"
  console.log({ token }) // want "`token` is written"
  console.log(JSON.stringify(token)) // want "`token` is written"
  const header = `Bearer ${token}`
  console.log(header) // want "`token` is written"
  if (import.meta.env.DEV) console.log(token) // want:strict "`token` is written"
}

export function set(token: string) {
  axios.defaults.headers.common['Authorization'] = `Bearer ${token}`
  console.log(axios.defaults.headers.common['Authorization']) // want "is written to the log"
}
