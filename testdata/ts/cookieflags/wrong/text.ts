import Fastify from 'fastify'
import express from 'express'
import Koa from 'koa'
import fastifySession from '@fastify/session'
import fastifySecureSession from '@fastify/secure-session'
import koaSession from 'koa-session'
import jwt from 'jsonwebtoken'
import { setSignedCookie } from 'hono/cookie'
import { NextResponse } from 'next/server'
import { setCookie } from 'nookies'

const token = jwt.sign({ id: 1 }, process.env.KEY!)

// a, b. Cookies that are written as text.
const app = express()
app.post('/a', (req, res) => {
  res.setHeader('Set-Cookie', `token=${token}; Path=/`) // want "warning: the cookie `token` holds a session or token and is not HttpOnly"
  res.header('Set-Cookie', 'session=' + token + '; Path=/; Secure') // want "the cookie `session` holds a session or token and is not HttpOnly"
  res.append('Set-Cookie', `refreshToken=${token}; HttpOnly; SameSite=None; Max-Age=${60 * 60}`) // want "the cookie `refreshToken` says SameSite=None without Secure"
  res.set('set-cookie', [`id_token=${token}; Domain=.example.com`]) // want "the cookie `id_token` holds"
  res.writeHead(200, { 'Set-Cookie': 'access_token=' + token }) // want "the cookie `access_token` holds"
})

// Route handlers of Next, and what they make first.
export const POST = () => new Response('ok', { headers: { 'Set-Cookie': `sid=${token}; Path=/` } }) // want "the cookie `sid` holds"
export function PUT() {
  const out = NextResponse.json({ ok: true })
  out.cookies.set('token', token) // want "the cookie `token` holds"
  return out
}
export function PATCH() {
  const out = new NextResponse()
  out.headers.append('Set-Cookie', `session=${token}; Secure`) // want "the cookie `session` holds"
  out.cookies.set('api_token', token, { httpOnly: false }) // want "the cookie `api_token` holds"
  return out
}

// hono signs, nookies is for the pages of Next.
export const signed = (c) => setSignedCookie(c, 'session', token, 'key', { secure: true }) // want "the cookie `session` holds"
export const paged = (ctx) => setCookie(ctx, 'token', token, { path: '/' }) // want "the cookie `token` holds"

// Sessions of Koa and Fastify.
const koa = new Koa()
koa.use(koaSession({ key: 'own', sameSite: 'none' }, koa)) // want "the cookie `own` says SameSite=None without Secure"
koa.use(koaSession({ httpOnly: false }, koa)) // want "the cookie `koa.sess` holds"
const fastify = Fastify()
fastify.register(fastifySession, { secret: 's', cookie: { httpOnly: false } }) // want "the cookie `session` holds"
fastify.register(fastifySession, { secret: 's', cookie: { sameSite: 'none', secure: false } }) // want "SameSite=None without Secure"
fastify.register(fastifySecureSession, { key: 'k', cookie: { sameSite: 'none' } }) // want "SameSite=None without Secure"
