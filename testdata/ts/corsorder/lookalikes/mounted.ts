import cors from 'cors'
import express from 'express'
import passport from 'passport'
import { NestFactory } from '@nestjs/core'

const requireToken = (req, res, next) => (req.headers.authorization ? next() : res.sendStatus(401))

// the application around it answers preflights
const inner = express.Router()
inner.use(requireToken)
inner.use(cors())
const outer = express()
outer.use(cors())
outer.use('/api', inner)

// a middleware that refuses nobody
const session = express()
session.use(passport.initialize())
session.use(passport.session())
session.use(cors())

// guards of NestJS run after all middlewares, and CORS is one
async function bootstrap(AppModule: unknown, Guard: new () => object) {
  const app = await NestFactory.create(AppModule)
  app.useGlobalGuards(new Guard())
  app.enableCors()
  await app.listen(3000)
}
bootstrap(null, Object)
