import cors from 'cors'
import express from 'express'

const app = express()
app.use(cors()) // allows whatever is asked for
app.use(cors({ allowedHeaders: ['Content-Type', 'authorization'] })) // the case does not matter
app.use(cors({ allowedHeaders: [] })) // an empty list is none
app.use(cors({ allowedHeaders: ['*', 'Authorization'] })) // beside the star, the name itself
app.use(cors({ allowedHeaders: ['Content-Type'] })) // a second layer allows it
app.get('/orders', (req, res) => {
  res.json({ token: req.headers.authorization?.split(' ')[1] })
})
