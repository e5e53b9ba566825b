import cors from 'cors'
import express from 'express'
import { requireToken } from './auth'

// a: the middleware of another file
const app = express()
app.use(express.json())
app.use(requireToken)
app.use(cors()) // want "error: `cors\\(\\)` runs after `requireToken`, which refuses preflights"
app.get('/orders', (req, res) => res.json([]))

// a: in one call, CORS by hand
const api = express()
api.use('/', requireToken, (req, res, next) => { // want "runs after `requireToken`"
  res.header('Access-Control-Allow-Origin', 'https://app.example.com')
  if (req.method === 'OPTIONS') return res.sendStatus(204)
  next()
})
