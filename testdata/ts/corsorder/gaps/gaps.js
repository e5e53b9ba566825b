import cors from 'cors'
import express from 'express'
import { protect } from './protect'

const app = express()
protect(app)
app.use(cors()) // gap: the middleware is registered in another file
