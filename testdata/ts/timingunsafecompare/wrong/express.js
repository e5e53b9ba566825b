import { createHmac } from 'node:crypto'
import express from 'express'
import { config } from './config'

const app = express()

// a: a key of the environment against a header
app.use((req, res, next) => {
  if (req.headers['x-api-key'] === process.env.API_KEY) return next() // want "warning: `===` compares `req\\.headers\\['x-api-key'\\]` with the secret `process\\.env\\.API_KEY` and stops at the first difference"
  res.sendStatus(401)
})

// a: negated, after the scheme was taken off, through a variable
app.get('/a', (req, res) => {
  const token = (req.get('Authorization') ?? '').replace('Bearer ', '')
  if (token != process.env.ADMIN_TOKEN) return res.sendStatus(401) // want "`!=` compares `token` with the secret"
  res.json({})
})

// a: from a configuration of the project
app.get('/b', (req, res) => {
  if (req.query.token !== config.apiToken) return res.sendStatus(401) // want "with the secret `config\\.apiToken`"
  res.json({})
})

// a: by two names
app.get('/b2', (req, res) => {
  if (req.query.token !== config.api.key) return res.sendStatus(401) // want "with the secret `config\\.api\\.key`"
  res.json({})
})

// a: the whole header
app.get('/c', (req, res) => {
  if (req.headers.authorization !== `Bearer ${process.env.CRON_SECRET}`) return res.sendStatus(401) // want "with the secret"
  res.json({})
})

// a: a password in the body
app.post('/login', (req, res) => {
  const { username, password } = req.body
  if (username === process.env.ADMIN_USER && password === process.env.ADMIN_PASSWORD) return res.json({}) // want "compares `password` with the secret `process\\.env\\.ADMIN_PASSWORD`"
  res.sendStatus(401)
})

// c: a signature
app.post('/hook', (req, res) => {
  const signature = req.headers['x-hub-signature-256']
  const digest = 'sha256=' + createHmac('sha256', process.env.WEBHOOK_SECRET).update(req.rawBody).digest('hex')
  if (signature !== digest) return res.sendStatus(401) // want "compares `signature` with the signature `digest`"
  res.sendStatus(200)
})

// b and c: equals of a Buffer, a helper of the file
function sign(body) {
  const hmac = createHmac('sha256', process.env.WEBHOOK_SECRET)
  hmac.update(body)
  return hmac.digest()
}
app.post('/hook2', (req, res) => {
  if (!sign(req.rawBody).equals(Buffer.from(req.get('X-Signature'), 'hex'))) return res.sendStatus(401) // want "`equals` compares .* with the signature `sign\\(req\\.rawBody\\)`"
  if (Buffer.compare(sign(req.rawBody), Buffer.from(req.get('X-Signature'))) !== 0) return res.sendStatus(401) // want "`Buffer\\.compare` compares"
  res.sendStatus(200)
})

// a: a helper that is given the header
function allowed(key) {
  return key === process.env.API_KEY // want "compares `key` with the secret"
}
app.get('/d', (req, res) => (allowed(req.get('X-Api-Key')) ? res.json({}) : res.sendStatus(401)))
