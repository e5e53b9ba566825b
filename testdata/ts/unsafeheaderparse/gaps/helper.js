import express from 'express'
import { tokenOf } from './token'

const app = express()
app.use((req, res, next) => {
  req.user = userOf(tokenOf(req.headers.authorization)) // gap: taken apart in another file
  next()
})
