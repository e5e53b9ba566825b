import express from 'express'

const app = express()
app.get('/', (req, res) => {
  if (req.get('X-Api-Key') !== process.env.API_KEY) return res.sendStatus(401) // want "compares"
  res.json({})
})
const key = process.env.API_KEY
app.get('/set', (req, res) => {
  if (!key || req.get('X-Api-Key') !== key) return res.sendStatus(401) // want "compares"
  res.json({})
})
