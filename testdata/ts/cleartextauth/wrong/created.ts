import axios from 'axios'

const config = {
  baseURL: process.env.BASE_URL || 'http://api.shop.com/v1', // want "`client` sends a token to api.shop.com over http"
  headers: { Authorization: localStorage.getItem('token') || '' },
}
export const client = axios.create(config)
