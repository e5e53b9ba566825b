import Cookies from 'js-cookie'
import express from 'express'
import session from 'express-session'
import Koa from 'koa'

const app = express()
const isProd = process.env.NODE_ENV === 'production'
const secret = process.env.SECRET ?? ''

app.post('/login', (req, res) => {
  const token = issue()
  res.cookie('sid', token, { httpOnly: true, secure: true, sameSite: 'none' }) // all there
  res.cookie('sid2', token, { httpOnly: true, secure: isProd, sameSite: isProd ? 'none' : 'lax' }) // by environment
  res.cookie('sid3', token, { httpOnly: true, sameSite: 'lax' }) // want:strict "advice: the cookie `sid3` holds a session or token and is not Secure"
  res.cookie('csrfToken', token, { secure: true }) // for a script to read
  res.cookie('XSRF-TOKEN', token) // the same
  res.cookie('locale', req.body.locale) // no credential
  res.cookie('logged_in', 'true') // a hint
  res.cookie('token_version', user.version) // holds no credential
  res.cookie('session_expires', String(Date.now())) // neither
  res.cookie('token', '1') // a constant is no credential
  res.cookie('jwt', token, cookieOptions) // made elsewhere
  res.cookie('ui_token', token, { secure: true }) // a script of the project reads it, see below
})
export const shown = Cookies.get('ui_token')
export const keep = (token: string) => Cookies.set('token', token, { secure: true }) // a page cannot set HttpOnly: insecure-storage's matter

app.use(session({ secret, cookie: { secure: true } })) // HttpOnly is its default
const koa = new Koa()
koa.use(async (ctx) => {
  ctx.cookies.set('token', issue(), { secure: true }) // HttpOnly is the default of Koa
})

declare function issue(): string
declare const cookieOptions: object
declare const user: { version: string }
