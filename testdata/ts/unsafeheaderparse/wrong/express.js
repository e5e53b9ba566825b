import express from 'express'
import jwt from 'jsonwebtoken'

const app = express()

// d: no guard at all
app.use((req, res, next) => {
  const token = req.headers.authorization.split(' ')[1] // want "error: `req\\.headers\\.authorization\\.split\\(' '\\)` throws a TypeError for a request without the header, so the answer is 500 instead of 401"
  req.user = jwt.verify(token, process.env.JWT_SECRET)
  next()
})

// d: by the getter, and replace
export const auth = (req, res, next) => {
  const token = req.header('Authorization').replace('Bearer ', '') // want "`req\\.header\\('Authorization'\\)\\.replace.* throws a TypeError"
  if (!token) return res.sendStatus(401)
  next()
}

// d: through a variable; the guard comes too late
export function late(req, res, next) {
  const header = req.headers['authorization']
  const token = header.split(' ')[1] // want "throws a TypeError"
  if (!header) return res.sendStatus(401)
  check(token, next)
}

// d: the guard does not stop
export function goesOn(req, res, next) {
  const { authorization } = req.headers
  if (!authorization) res.status(401).json({ error: 'no token' })
  const token = authorization.slice(7) // want "throws a TypeError"
  check(token, next)
}

// d: the variable is written over
export function over(req, res, next) {
  let token = req.headers.authorization
  token = token.split(' ')[1] // want "throws a TypeError"
  check(token, next)
}

// e: any scheme is taken, strict only
export function lax(req, res, next) {
  const token = req.headers.authorization?.split(' ')[1] // want:strict "advice: `req\\.headers\\.authorization\\?\\.split\\(' '\\)` takes what follows any scheme for the token"
  if (!token) return res.sendStatus(401)
  check(token, next)
}

// a bad token ends the process
export function exits(req, res, next) {
  const [, token] = (req.get('Authorization') ?? '').split(' ')
  try {
    req.user = jwt.verify(token, process.env.JWT_SECRET)
  } catch (e) {
    console.error(e)
    process.exit(1) // want "`process\\.exit` stops the whole server, so anyone can with a bad token"
  }
  next()
}
