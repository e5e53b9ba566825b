import express from 'express'
import session from 'express-session'

const app = express()
app.use(session({ secret: 's', cookie: { secure: true } })) // gap: d. no proxy is trusted, but nothing shows that there is one
app.post('/login', (req, res) => {
  res.cookie(process.env.COOKIE ?? 'token', issue(), { secure: true }) // gap: the name is not constant
  res.setHeader('Set-Cookie', `${name}=${issue()}; Path=/`) // gap: nor here, written as text
  new Cookies(req, res).set('token', issue(), { httpOnly: false }) // gap: the package cookies outside of Koa
})
declare const name: string
declare function issue(): string
