import axios from 'axios'

// The page is loaded anew after the login: see login.tsx.
export const api = axios.create({ headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } })
