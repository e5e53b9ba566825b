import cors from 'cors'
import express from 'express'

const app = express()
app.use(cors({ allowedHeaders: ['Content-Type'], credentials: true, origin: 'https://a.example.com' })) // a session of cookies: nothing reads Authorization
app.get('/orders', (req, res) => res.json({ user: req.cookies.session }))
