import cors from 'cors'
import express from 'express'
import { expressjwt } from 'express-jwt'

const app = express()
app.use(cors({ allowedHeaders: ['Content-Type'] })) // gap: express-jwt reads the header by itself
app.use(expressjwt({ secret: 's', algorithms: ['HS256'] }))
