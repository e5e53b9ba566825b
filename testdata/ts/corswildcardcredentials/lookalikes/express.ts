import cors from 'cors'
import koaCors from '@koa/cors'
import express from 'express'
import Koa from 'koa'

const app = express()
const allowed = ['https://app.example.com']

app.use(cors()) // all origins, no credentials
app.use(cors({ origin: '*' })) // the same
app.use(cors({ origin: '*', credentials: false })) // credentials are off
app.use(cors({ origin: true, credentials: process.env.CREDENTIALS === 'yes' })) // not known
app.use(cors({ origin: allowed, credentials: true })) // a list
app.use(cors({ origin: 'https://app.example.com', credentials: true })) // one origin
app.use(cors({ origin: ['*'], credentials: true })) // matches nothing in cors, so that nothing is open
app.use(cors({ origin: /\.example\.com$/, credentials: true })) // a pattern that tells origins apart
app.use(cors({ origin: process.env.ORIGIN, credentials: true })) // from the environment
app.use(cors({ origin: process.env.ORIGIN || '*', credentials: true })) // want:strict "advice: any origin is let in together with credentials where the setting is not given"
app.use(cors({ origin: process.env.NODE_ENV === 'production' ? 'https://app.example.com' : true, credentials: true })) // a development branch
app.use(
  cors({
    credentials: true,
    origin(origin, callback) {
      if (!origin || allowed.includes(origin)) callback(null, true) // decides
      else callback(new Error('not allowed'))
    },
  }),
)
app.use(
  cors({
    credentials: true,
    origin: (origin, callback) => callback(null, allowed.includes(origin ?? '')), // decides
  }),
)
app.use(
  cors({
    credentials: true,
    origin: (origin, callback) => {
      if (!origin || !allowed.includes(origin)) throw new Error('not allowed') // decides by an exception
      callback(null, true)
    },
  }),
)
if (process.env.NODE_ENV !== 'production') {
  app.use(cors({ origin: true, credentials: true })) // on developers' machines only
}
function devCors() {
  return cors({ origin: true, credentials: true }) // its name says the same
}
app.use(devCors())
app.use(cors((req, callback) => callback(null, { origin: allowed.includes(req.headers.origin ?? ''), credentials: true }))) // per origin

const koa = new Koa()
koa.use(koaCors({ origin: '*' })) // no credentials
koa.use(
  koaCors({
    credentials: true,
    origin: (ctx) => {
      const origin = ctx.get('Origin')
      return allowed.includes(origin) ? origin : '' // decides
    },
  }),
)

// A callback that gives different options, and a pattern that decides.
app.use(cors((req, callback) => {
  if (allowed.includes(req.headers.origin)) callback(null, { origin: true, credentials: true }) // for those on the list
}))
app.use(cors((req, callback) => {
  if (allowed.includes(req.headers.origin)) callback(null, { origin: true, credentials: true }) // for those on the list
  else callback(null, { origin: false })
}))
app.use(cors({ origin: new RegExp('^https://.*\\.example\\.com$'), credentials: true }))
