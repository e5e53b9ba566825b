import express from 'express'
import axios from 'axios'

const app = express()

app.use((req, res, next) => {
  const a = req.headers.authorization // lower case, as Node keeps it
  const b = req.get('Authorization') // converts
  const c = req.headers.Authorization || req.headers.authorization // both spellings
  next(a && b && c)
})

// Set by the code itself, so it is there.
app.use((req, res, next) => {
  req.headers.Authorization = 'Bearer ' + req.query.t
  next(req.headers.Authorization)
})

// The configuration of axios keeps names as they are written.
axios.interceptors.request.use((req) => {
  if (!req.headers.Authorization) req.headers.Authorization = 'Bearer ' + localStorage.getItem('token')
  return req
})
axios.interceptors.request.use((request) => (request.headers.Authorization ? request : { ...request, timeout: 1 }))

// API Gateway keeps the case that the client sent.
export const handler = async (event) => ({ statusCode: event.headers.Authorization ? 200 : 401 })

// A request of Fetch: get converts.
export const fetchHandler = (request: Request) => request.headers.get('Authorization')
