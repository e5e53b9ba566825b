import cors from 'cors'
import express from 'express'

// a route for the preflight of this path
const one = express()
one.options('/orders/:id', cors())
one.delete('/orders/:id', cors(), (req, res) => res.sendStatus(204))

// one for all paths
const all = express()
all.options('*', cors())
all.put('/orders/:id', cors(), (req, res) => res.sendStatus(204))

// a layer for a part of the paths answers it
const part = express()
part.use('/orders', cors())
part.patch('/orders/:id', cors(), (req, res) => res.sendStatus(204))

// GET and POST are sent without asking, where they need no header
const simple = express()
simple.get('/feed', cors(), (req, res) => res.json([]))
simple.post('/feed', cors(), (req, res) => res.sendStatus(204))
