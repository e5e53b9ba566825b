import cors from 'cors'
import express from 'express'

const requireToken = (req, res, next) => (req.headers.authorization ? next() : res.sendStatus(401))

// c: on a part of the application alone, behind what refuses
const inner = express.Router()
inner.use(requireToken)
inner.use(cors()) // want "`cors\\(\\)` runs after `requireToken`"
const outer = express()
outer.use(express.json())
outer.use('/api', inner)
