import express from 'express'
import { expressjwt } from 'express-jwt'
import { loadUser } from './load'

const app = express()
app.use(expressjwt({ secret: process.env.KEY!, algorithms: ['HS256'] }))
app.use(loadUser)
