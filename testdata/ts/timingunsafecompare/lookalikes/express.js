import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import bcrypt from 'bcrypt'
import express from 'express'
import { db } from './db'

const app = express()
const hash = (text) => createHash('sha256').update(text).digest()

app.use(async (req, res, next) => {
  const key = req.headers['x-api-key']
  if (key === undefined || key === '' || key === null) return res.sendStatus(401) // whether there is one
  if (!process.env.API_KEY || process.env.API_KEY === 'changeme') throw new Error('set API_KEY') // a placeholder
  if (!timingSafeEqual(hash(key), hash(process.env.API_KEY))) return res.sendStatus(401) // in constant time
  const want = createHmac('sha256', process.env.API_KEY).update(req.rawBody).digest()
  const got = Buffer.from(req.get('X-Signature'), 'hex')
  if (got.length !== want.length || !timingSafeEqual(got, want)) return res.sendStatus(401) // lengths tell nothing
  const row = await db.keys.findOne({ key })
  if (row.key === key) return next() // looked up by the very key
  if (await bcrypt.compare(req.body.password, row.password)) return next() // compares safely
  if (req.body.password !== req.body.confirmPassword) return res.sendStatus(400) // both were brought
  if (req.body._csrf !== req.cookies.csrfToken) return res.sendStatus(403) // double submit: both were brought
  if (req.body.userId === process.env.ADMIN_ID) return next() // an id is no secret
  if (req.body.type === 'refresh') return next() // the type of a token
  if (req.query['hub.verify_token'] === process.env.VERIFY_TOKEN) return res.send(req.query['hub.challenge']) // decides nothing: the challenge is sent back
  if (req.get('Origin') === process.env.PUBLIC_API_KEY) return next() // one that others may know
  if (hash(key) === hash(process.env.API_KEY)) return next() // hashes of both: how far they agree says nothing of the key
  if (process.env.NODE_ENV === req.query.env) return next() // no secret
  next()
})
