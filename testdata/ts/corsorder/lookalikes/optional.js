const cors = require('cors')
const express = require('express')
const jwt = require('jsonwebtoken')

// Optional authentication: who brings nothing goes on, and a preflight brings nothing.
const byCookie = (req, res, next) => {
  if (req.cookies.token) {
    try {
      req.user = jwt.verify(req.cookies.token, process.env.KEY)
    } catch {
      return res.status(401).json({ error: 'log in again' })
    }
  }
  next()
}
const cookies = express()
cookies.use(byCookie)
cookies.use(cors()) // refuses only who brings a cookie that does not hold
cookies.get('/orders', list)

const byHeader = (req, res, next) => {
  const token = req.headers.authorization?.split(' ')[1]
  if (!token) return next()
  jwt.verify(token, process.env.KEY, (err, user) => {
    if (err) return res.sendStatus(401)
    req.user = user
    next()
  })
}
const headers = express()
headers.use(byHeader)
headers.use(cors()) // who sends no header came by
headers.get('/orders', list)
