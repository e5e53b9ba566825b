import express from 'express'

const app = express()
const options = { httpOnly: true, secure: true, maxAge: 24 * 60 * 60 * 1000 }

app.post('/login', (req, res) => {
  res.cookie('jwt', issue(), options)
})
app.post('/logout', (req, res) => {
  res.clearCookie('jwt', { ...options }) // want "the cookie `jwt` is not cleared: in Express 4 the maxAge of the options wins"
  res.clearCookie('jwt', { path: '/', maxAge: 0 }) // the date that follows from 0 is now
  res.clearCookie('jwt', { path: '/', maxAge: -1 }) // or in the past
})

declare function issue(): string
