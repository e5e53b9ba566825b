import express from 'express'
import { check } from './check'

const app = express()
app.use((req, res, next) => {
  if (!check(req.get('X-Api-Key'))) return res.sendStatus(401) // gap: compared in another file, which does not know of the request
  if (req.get('X-Api-Key') !== 'b7e1c2') return res.sendStatus(401) // gap: a secret in the source
  if (req.get('X-Api-Key') !== process.env.GATE) return res.sendStatus(401) // gap: no name says that it is a secret
  next()
})
