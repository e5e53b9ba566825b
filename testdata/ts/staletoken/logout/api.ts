import axios from 'axios'

// A logout that loads the page does not help the login after it.
export const api = axios.create({ headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } }) // want "read once"
