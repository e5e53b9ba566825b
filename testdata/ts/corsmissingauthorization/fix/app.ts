import cors from 'cors'
import express from 'express'

const app = express()
app.use(cors({ allowedHeaders: ['Content-Type'] })) // want "leave out Authorization"
app.use(cors({ allowedHeaders: "Content-Type" })) // want "leave out Authorization"
app.get('/orders', (req, res) => {
  res.json({ token: req.headers.authorization?.split(' ')[1] })
})
