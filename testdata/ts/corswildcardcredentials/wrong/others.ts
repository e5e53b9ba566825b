import koaCors from '@koa/cors'
import fastifyCors from '@fastify/cors'
import Fastify from 'fastify'
import { Hono } from 'hono'
import { cors } from 'hono/cors'
import Koa from 'koa'
import { NestFactory } from '@nestjs/core'
import { WebSocketGateway } from '@nestjs/websockets'
import { Server } from 'socket.io'
import { AppModule } from './module'

const fastify = Fastify()
fastify.register(fastifyCors, { origin: '*', credentials: true }) // want "browsers refuse"
fastify.register(fastifyCors, { origin: ['https://app.example.com', '*'], credentials: true }) // want "browsers refuse"
fastify.register(fastifyCors, { origin: true, credentials: true }) // want "any origin is let in"

const koa = new Koa()
koa.use(koaCors({ credentials: true })) // want "any origin is let in"
koa.use(koaCors({ origin: '*', credentials: true })) // want "any origin is let in"
koa.use(koaCors({ origin: (ctx) => ctx.get('Origin'), credentials: true })) // want "any origin is let in"
koa.use(koaCors({ origin: (ctx) => ctx.request.header.origin || '*', credentials: true })) // want "any origin is let in"

const hono = new Hono()
hono.use('*', cors({ origin: '*', credentials: true })) // want "browsers refuse"
hono.use('*', cors({ credentials: true })) // want "browsers refuse"
hono.use('*', cors({ origin: (origin) => origin, credentials: true })) // want "any origin is let in"

async function bootstrap() {
  const app = await NestFactory.create(AppModule)
  app.enableCors({ origin: true, credentials: true }) // want "any origin is let in"
  const other = await NestFactory.create(AppModule, { cors: { origin: '*', credentials: true } }) // want "browsers refuse"
  return [app, other]
}

@WebSocketGateway({ cors: { origin: '*', credentials: true } }) // want "browsers refuse"
export class Gateway {}

new Server(3000, { cors: { origin: true, credentials: true } }) // want "any origin is let in"
bootstrap()
