import Fastify from 'fastify'
import express from 'express'
import fastifySession from '@fastify/session'
import jwt from 'jsonwebtoken'
import { setCookie } from 'nookies'

const token = jwt.sign({ id: 1 }, process.env.KEY!)
const app = express()
app.post('/a', (req, res) => {
  res.setHeader('Set-Cookie', `jwt1=${token}; HttpOnly; Secure; Path=/`) // has all
  res.setHeader('Set-Cookie', `jwt2=${token}; httponly; samesite=none; secure`) // in lower case
  res.setHeader('Set-Cookie', `jwt3=${token}${attributes}`) // what stands in attributes is not known
  res.setHeader('Set-Cookie', `jwt4=${token}; Path=/; ${attributes}`) // nor here
  res.setHeader('Set-Cookie', 'jwt5=' + cookie) // the attributes may be in there
  res.setHeader('Set-Cookie', secure ? `jwt6=${token}; HttpOnly` : `jwt6=${token}; HttpOnly; Secure`) // one of two
  res.setHeader('Set-Cookie', 'jwt7=; Path=/; Max-Age=0') // taken away
  res.setHeader('Set-Cookie', `jwt8=deleted; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT`) // taken away
  res.setHeader('Set-Cookie', `theme=${req.body.theme}; Path=/`) // no session
  res.setHeader('X-Cookie', `token=${token}`) // another header
})

// The browser sets it: nothing makes it HttpOnly.
export const kept = () => setCookie(null, 'jwt9', token, { path: '/' })

// @fastify/session is Secure and HttpOnly by itself.
Fastify().register(fastifySession, { secret: 's', cookie: { sameSite: 'none' } })

declare const attributes: string, cookie: string, secure: boolean
