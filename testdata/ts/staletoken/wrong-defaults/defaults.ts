import axios from 'axios'

// b: on the defaults, at top level
const token = localStorage.getItem('token') // want "error: `localStorage.getItem\\('token'\\)` is read once, when the module is loaded; `axios` sends that value"
if (token) {
  axios.defaults.headers.common['Authorization'] = `Bearer ${token}`
}

export const login = async (user: object) => {
  const { data } = await axios.post('/login', user)
  localStorage.setItem('token', data.token)
}
