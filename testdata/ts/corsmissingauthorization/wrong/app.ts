import cors from 'cors'
import fastifyCors from '@fastify/cors'
import koaCors from '@koa/cors'
import express from 'express'
import Fastify from 'fastify'
import { Hono } from 'hono'
import { cors as honoCors } from 'hono/cors'
import Koa from 'koa'

const app = express()

// a. A list without it.
app.use(cors({ origin: 'https://a.example.com', allowedHeaders: ['Content-Type'] })) // want "error: the allowed headers leave out Authorization, so browsers refuse"
app.use(cors({ allowedHeaders: 'Content-Type, X-Requested-With' })) // want "the allowed headers leave out Authorization"
Fastify().register(fastifyCors, { allowedHeaders: ['Content-Type'] }) // want "leave out Authorization"
new Koa().use(koaCors({ allowHeaders: ['Content-Type'] })) // want "leave out Authorization"
const hono = new Hono()
hono.use('/api/*', honoCors({ origin: 'https://a.example.com', allowHeaders: ['Content-Type'] })) // want "leave out Authorization"
// c. The literal star.
app.use(cors({ allowedHeaders: '*' })) // want "error: `\\*` among the allowed headers does not cover Authorization"
hono.use('*', honoCors({ origin: '*', allowHeaders: ['*'] })) // want "does not cover Authorization"
app.use((req, res, next) => {
  res.header('Access-Control-Allow-Origin', '*')
  res.header('Access-Control-Allow-Headers', 'Origin, X-Requested-With, Content-Type, Accept') // want "leave out Authorization"
  next()
})

app.get('/orders', (req, res) => {
  const token = req.headers.authorization?.split(' ')[1]
  res.json({ token })
})
