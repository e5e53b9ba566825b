import Koa from 'koa'
import koaCors from '@koa/cors'
import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { bearerAuth } from 'hono/bearer-auth'
import { NestFactory } from '@nestjs/core'
import { requireToken } from './auth'

const koa = new Koa()
koa.use(async (ctx, next) => {
  if (!ctx.get('Authorization')) ctx.throw(401)
  await next()
})
koa.use(koaCors()) // want "runs after `async \\(ctx, next\\)"

const hono = new Hono()
hono.use('*', bearerAuth({ token: 't' }))
hono.use('*', cors()) // want "`cors\\(\\)` runs after `bearerAuth"

async function bootstrap(AppModule: unknown) {
  const app = await NestFactory.create(AppModule)
  app.use(requireToken)
  app.enableCors() // want "`app\\.enableCors\\(\\)` runs after `requireToken`"
  await app.listen(3000)
}
