import cors from 'cors'
import express from 'express'

// c: on a route alone, which answers no OPTIONS
const app = express()
app.get('/orders', cors(), (req, res) => res.json([]))
app.delete('/orders/:id', cors(), (req, res) => res.sendStatus(204)) // want "error: `cors\\(\\)` stands on `app\\.delete` alone, and browsers send the preflight with OPTIONS, which no route of `/orders/:id` answers"
