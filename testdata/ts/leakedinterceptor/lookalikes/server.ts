import axios from 'axios'
import express from 'express'
import { api } from './api'

const app = express()

// a client for each request
app.get('/profile', (req, res) => {
  const client = axios.create()
  client.interceptors.request.use((config) => {
    config.headers.cookie = req.headers.cookie
    return config
  })
  return client.get('/profile').then((r) => res.json(r.data))
})

// set up when the server starts, whatever it sends then
export async function start() {
  api.interceptors.request.use((config) => config)
  await api.get('/health')
  app.listen(3000)
}
