import express from 'express'

const app = express()
app.get('/', (req, res) => {
  if (req.get('X-Api-Key') !== process.env.API_KEY) return res.sendStatus(401) // want "compares"
  res.json({})
})
