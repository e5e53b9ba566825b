import axios from 'axios'
import { createApp } from 'vue'

const api = axios.create({ baseURL: 'https://api.example.com' })
const app = createApp({})
app.config.globalProperties.$http = api

export const refresh = () => axios.post('https://api.example.com/auth/refresh', null, { withCredentials: true }) // sends them
