import axios from 'axios'

const http = axios.create({ baseURL: '/api' })

export const orders = () => http.get('/orders', { headers: { Authorization: `Bearer ${localStorage.getItem('token') || ''}` } }) // want "advice: this header is written by hand for 3 calls of `http`"
export const basket = () => http.get('/basket', { headers: { Authorization: `Bearer ${localStorage.getItem('token') || ''}` } })
export const buy = () => http.post('/orders', null, { headers: { Authorization: 'Bearer ' + (localStorage.getItem('token') || '') } }) // the same value, spelled otherwise
