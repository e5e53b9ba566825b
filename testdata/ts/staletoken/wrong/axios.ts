import axios from 'axios'
import { createStore } from 'redux'
import Cookies from 'js-cookie'

const store = createStore()

// a: in the options of an instance
export const api = axios.create({
  baseURL: '/api',
  headers: { Authorization: `Bearer ${localStorage.getItem('token')}` }, // want "error: `localStorage.getItem\\('token'\\)` is read once, when the module is loaded; `api` sends"
})

const stored = sessionStorage.getItem('token') // want "`sessionStorage.getItem\\('token'\\)` is read once"
export const second = axios.create({ headers: { common: {}, Authorization: 'Bearer ' + stored } })

export const third = axios.create({ headers: { Authorization: 'Bearer ' + store.getState().auth.token } }) // want "`store.getState\\(\\).auth.token` is read once"

const jar = Cookies.get('token') // want "read once"
export const fourth = axios.create({ headers: { Authorization: jar ? `Bearer ${jar}` : '' } })

// A function of the project reads it, and is called at load.
const getToken = () => localStorage.getItem('token')
export const fifth = axios.create({ headers: { Authorization: `Bearer ${getToken()}` } }) // want "`getToken\\(\\)` is read once"

// A user that is parsed
const user = JSON.parse(localStorage.getItem('user') || '{}') // want "read once"
export const sixth = axios.create({ headers: { Authorization: `Bearer ${user.token}` } })

// The factory is called once, at load.
function makeClient() {
  return axios.create({ headers: { Authorization: `Bearer ${localStorage.getItem('made')}` } }) // want "read once"
}
export const made = makeClient()
