import express from 'express'

const app = express()
app.post('/login', (req, res) => {
  res.cookie('token', issue(), { secure: true }) // want "HttpOnly"
  res.cookie('session', issue(), { httpOnly: false, secure: true }) // want "HttpOnly"
  res.cookie('locale', 'en', { sameSite: 'none' }) // want "Secure"
  res.cookie('jwt', issue(), { // want "HttpOnly"
    secure: true,
    sameSite: 'lax',
  })
})

declare function issue(): string
