import express from 'express'
import jwt from 'jsonwebtoken'

const app = express()
app.use((req, res, next) => {
  const header = req.headers.authorization
  if (!header) return res.sendStatus(401)
  const token = header.split(' ')[1] // it is there
  const [scheme, rest] = (req.headers.authorization || '').split(' ') // a default
  const other = req.headers.authorization && req.headers.authorization.split(' ')[1] // asked before
  const third = req.headers.authorization ? req.headers.authorization.split(' ')[1] : null // asked before
  const parts = req.get('Cookie').split(';') // another header
  if (header.startsWith('Bearer ')) check(header.slice(7)) // asked before
  check(token, scheme, rest, other, third, parts)
  next()
})

export function caught(req, res, next) {
  try {
    const token = req.headers.authorization.split(' ')[1] // what it throws is caught below, and answered
    req.user = jwt.verify(token, process.env.JWT_SECRET)
    next()
  } catch {
    res.sendStatus(401)
  }
}

export function bearerOnly(req, res, next) {
  if (!req.headers.authorization?.startsWith('Bearer ')) return res.sendStatus(401)
  check(req.headers.authorization.split(' ')[1], next) // asked by the condition before
}

export function stripped(req, res, next) {
  const token = req.headers.authorization?.replace(/^Bearer /i, '') // takes the scheme off where it is there
  check(token, next)
}

export async function koa(ctx, next) {
  const token = ctx.get('Authorization').split(' ')[1] // Koa's get returns '' where there is none
  ctx.state.user = check(token)
  await next()
}

export function regular(req, res, next) {
  const match = /^Bearer (.+)$/.exec(req.headers.authorization) // exec takes undefined, and the match is asked
  if (!match) return res.sendStatus(401)
  check(match[1], next)
}

export function fallback(req, res, next) {
  const [, token = ''] = (req.get('Authorization') ?? '').split(' ') // a default
  check(token, next)
}

export function built(req, res, next) {
  const header = `Bearer ${req.cookies.token}`
  check(header.split(' ')[1], next) // the code itself built it
}
