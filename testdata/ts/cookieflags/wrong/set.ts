import { serialize } from 'cookie'
import express from 'express'
import session from 'express-session'
import { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import jwt from 'jsonwebtoken'
import Koa from 'koa'
import { cookies } from 'next/headers'

const app = express()

app.post('/login', async (req, res) => {
  const token = jwt.sign({ id: 1 }, key)
  // a. SameSite=None without Secure.
  res.cookie('sid', token, { sameSite: 'none', httpOnly: true }) // want "warning: the cookie `sid` says SameSite=None without Secure, so browsers drop it"
  res.cookie('locale', 'en', { sameSite: 'none' }) // want "the cookie `locale` says SameSite=None without Secure"
  // b. A session or token that scripts can read.
  res.cookie('token', token) // want "the cookie `token` holds a session or token and is not HttpOnly"
  res.cookie('refreshToken', token, options) // want "the cookie `refreshToken` holds a session or token and is not HttpOnly"
  res.cookie('user', token, { httpOnly: false, secure: true }) // want "the cookie `user` holds a session or token and is not HttpOnly"
  res.setHeader('Set-Cookie', serialize('session', token, { path: '/', secure: true })) // want "is not HttpOnly"
  const jar = await cookies()
  jar.set('access_token', token, { secure: true }) // want "is not HttpOnly"
  jar.set({ name: 'id_token', value: token, httpOnly: false, secure: true }) // want "the cookie `id_token` holds a session or token and is not HttpOnly"
})

const options = { secure: true, maxAge: 1000 }
declare const key: string

app.use(session({ secret: key, cookie: { sameSite: 'none' } })) // want "the cookie `connect.sid` says SameSite=None without Secure"
app.use(session({ secret: key, cookie: { httpOnly: false, secure: true } })) // want "the cookie `connect.sid` holds a session"

const hono = new Hono()
hono.post('/login', (c) => {
  setCookie(c, 'token', jwt.sign({ id: 1 }, key), { secure: true }) // want "is not HttpOnly"
  return c.text('ok')
})

app.post('/fastify', (request, reply) => {
  reply.setCookie('token', jwt.sign({ id: 1 }, key), { path: '/', secure: true }) // want "the cookie `token` holds a session or token and is not HttpOnly"
  reply.setCookie('sid', jwt.sign({ id: 1 }, key), { path: '/', httpOnly: true, sameSite: 'none' }) // want "the cookie `sid` says SameSite=None without Secure"
})

const koa = new Koa()
koa.use(async (ctx) => {
  ctx.cookies.set('token', jwt.sign({ id: 1 }, key), { httpOnly: false, secure: true }) // want "is not HttpOnly"
})
