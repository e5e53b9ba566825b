import { Hono } from 'hono'
import { cors } from 'hono/cors'
import fastifyCors from '@fastify/cors'
import koaCors from '@koa/cors'
import Fastify from 'fastify'
import Koa from 'koa'

const app = new Hono()
app.use('*', cors({ origin: 'https://app.example.com' })) // hono allows the headers that are asked for
new Koa().use(koaCors({ origin: 'https://app.example.com' })) // so does Koa's
Fastify().register(fastifyCors, { origin: 'https://app.example.com' }) // and Fastify's
app.get('/orders', (c) => c.json({ token: c.req.header('Authorization') }))
