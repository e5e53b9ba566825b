import cors from 'cors'
import express from 'express'
import orders from './orders'

const app = express()
app.use(cors())
app.use('/orders', orders)
