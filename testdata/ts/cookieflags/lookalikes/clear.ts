import express from 'express'

const app = express()

app.post('/login', (req, res) => {
  res.cookie('jwt', issue(), { httpOnly: true, secure: true, path: '/' })
  res.cookie('refresh_token', issue(), { httpOnly: true, secure: true, domain: '.example.com', sameSite: 'none' })
  res.cookie('session', issue(), { httpOnly: true, secure: true, domain: process.env.DOMAIN })
})

app.post('/logout', (req, res) => {
  res.clearCookie('jwt') // httpOnly does not decide, and the path is the default
  res.clearCookie('refresh_token', { domain: 'example.com', sameSite: 'none', secure: true }) // a leading dot is ignored
  res.clearCookie('refresh_token') // beside the one that does it: left from older versions
  res.clearCookie('session') // the domain is not known
  res.clearCookie('old_session') // set by nobody any more
  res.clearCookie('jwt', { maxAge: 1000 }) // Express 5 ignores it
})

declare function issue(): string
