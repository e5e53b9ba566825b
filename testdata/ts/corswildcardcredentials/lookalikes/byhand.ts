import axios from 'axios'
import express from 'express'

const app = express()
const allowed = ['https://app.example.com']

app.use((req, res, next) => {
  res.header('Access-Control-Allow-Origin', '*') // no credentials
  next()
})

app.use((req, res, next) => {
  const origin = req.headers.origin
  if (origin && allowed.includes(origin)) {
    res.header('Access-Control-Allow-Origin', origin) // compared with a list
    res.header('Access-Control-Allow-Credentials', 'true')
  } else {
    res.header('Access-Control-Allow-Origin', '*') // the other branch, without credentials
  }
  next()
})

app.use((req, res, next) => {
  const { origin } = req.headers
  const isAllowed = origin && allowed.indexOf(origin) >= 0
  if (isAllowed) {
    res.header('Access-Control-Allow-Origin', origin) // decided before
    res.header('Access-Control-Allow-Credentials', 'true')
  }
  next()
})

app.use((req, res, next) => {
  if (req.path.startsWith('/public')) {
    res.header('Access-Control-Allow-Origin', '*') // left before credentials
    return next()
  }
  res.header('Access-Control-Allow-Origin', 'https://app.example.com')
  res.header('Access-Control-Allow-Credentials', 'true')
  next()
})

app.use((req, res, next) => {
  res.header('Access-Control-Allow-Origin', '*')
  if (allowed.includes(req.headers.origin ?? '')) {
    res.header('Access-Control-Allow-Origin', req.headers.origin) // replaces the star
    res.header('Access-Control-Allow-Credentials', 'true')
  }
  next()
})

// Headers of a request are no answer: that is another rule's matter.
axios.get('/orders', { headers: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Credentials': 'true' } })
const headers = new Headers()
headers.set('Access-Control-Allow-Origin', '*')
headers.set('Access-Control-Allow-Credentials', 'true')
fetch('/orders', { headers })
