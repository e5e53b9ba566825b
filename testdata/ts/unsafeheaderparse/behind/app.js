import express from 'express'

const app = express()
app.use((req, res, next) => {
  if (!req.headers.authorization?.startsWith('Bearer ')) return res.sendStatus(401)
  next()
})
app.get('/me', (req, res) => {
  const token = req.headers.authorization.split(' ')[1] // the middleware has looked
  res.json({ token })
})
