import cors from 'cors'
import express from 'express'
import { origins } from './settings.json'

const app = express()
app.use(cors({ origin: origins, credentials: true })) // gap: settings in other files are not read
app.use(cors({ origin: (origin, cb) => cb(null, origin?.includes('example.com')), credentials: true })) // gap: a careless comparison
const key = 'Access-Control-Allow-Origin'
app.use((req, res, next) => {
  res.header(key, '*') // gap: names of headers in variables
  res.header('Access-Control-Allow-Credentials', 'true')
  next()
})
