import { Hono } from 'hono'
import { cors } from 'hono/cors'

const app = new Hono()
app.use('*', cors({ origin: 'https://app.example.com' })) // hono allows the headers that are asked for
app.get('/orders', (c) => c.json({ token: c.req.header('Authorization') }))
