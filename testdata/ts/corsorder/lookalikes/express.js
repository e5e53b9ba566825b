import cors from 'cors'
import express from 'express'
import { expressjwt } from 'express-jwt'
import { Hono } from 'hono'
import { cors as honoCors } from 'hono/cors'

const requireToken = (req, res, next) => (req.headers.authorization ? next() : res.sendStatus(401))

// the right order
const app = express()
app.use(cors())
app.use(requireToken)
app.use(cors({ origin: '*' })) // a second layer, behind the one that answers

// OPTIONS passes
const passing = express()
passing.use((req, res, next) => {
  if (req.method === 'OPTIONS') return next()
  if (!req.headers.authorization) return res.sendStatus(401)
  next()
})
passing.use(cors()) // the middleware lets preflights through

// auth for a part of the paths, or for a route
const part = express()
part.use('/admin', requireToken)
part.get('/x', requireToken, (req, res) => res.json({}))
part.use(cors()) // all other requests come to it

// some requests are let through: which is not to be seen
const listed = express()
listed.use((req, res, next) => {
  if (req.path.startsWith('/public')) return next()
  return req.headers.authorization ? next() : res.sendStatus(401)
})
listed.use(cors()) // the condition is not followed

// a middleware that only looks who it is
const optional = express()
optional.use((req, res, next) => {
  req.user = userOf(req.headers.authorization)
  next()
})
optional.use(cors()) // it refuses nobody

// express-jwt lets preflights through by itself
const jwt = express()
jwt.use(expressjwt({ secret: process.env.JWT_SECRET, algorithms: ['HS256'] }))
jwt.use(cors()) // they get here

// a middleware that refuses for another reason
const limited = express()
limited.use((req, res, next) => (tooMany(req) ? res.sendStatus(429) : next()))
limited.use(cors()) // a preflight has no need of credentials here

// two routers
const one = express()
const two = express()
one.use(requireToken)
two.use(cors()) // another application

const hono = new Hono()
hono.use('/api/*', requireToken)
hono.use('*', honoCors()) // the other is for a part of the paths
