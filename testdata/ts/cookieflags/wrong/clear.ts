import express from 'express'

const app = express()
const site = { httpOnly: true, secure: true, sameSite: 'none' } as const

app.post('/login', (req, res) => {
  res.cookie('jwt', issue(), { ...site, path: '/api' })
  res.cookie('refresh_token', issue(), { ...site, domain: 'example.com' })
  res.cookie('access', issue(), site)
})

// c. Cleared with other attributes.
app.post('/logout', (req, res) => {
  res.clearCookie('jwt', site) // want "the cookie `jwt` is not cleared: it was set with another path"
  res.clearCookie('refresh_token', { ...site }) // want "the cookie `refresh_token` is not cleared: it was set with another domain"
  res.clearCookie('access') // want:strict "the cookie `access` is not cleared: it was set with SameSite=None"
  res.cookie('access', '', { maxAge: 0, httpOnly: true }) // want:strict "the cookie `access` is not cleared"
})

declare function issue(): string
