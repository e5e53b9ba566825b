import axios from 'axios'
import { readToken } from 'token-vault'

// gap: what the package reads is not known
const token = readToken()
export const api = axios.create({ headers: { Authorization: `Bearer ${token}` } })

// gap: a helper writes the default, at load and nowhere else; who calls it is not counted
const setHeader = (t: string | null) => {
  axios.defaults.headers.common.Authorization = `Bearer ${t}`
}
setHeader(localStorage.getItem('token'))
