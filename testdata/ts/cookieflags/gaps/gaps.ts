import express from 'express'
import session from 'express-session'

const app = express()
app.use(session({ secret: 's', cookie: { secure: true } })) // gap: d. no proxy is trusted, but nothing shows that there is one
app.post('/login', (req, res) => {
  res.cookie(process.env.COOKIE ?? 'token', issue(), { secure: true }) // gap: the name is not constant
  res.setHeader('Set-Cookie', `token=${issue()}; Path=/`) // gap: a cookie written as text
})
declare function issue(): string
