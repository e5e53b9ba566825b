import { NestFactory } from '@nestjs/core'

async function bootstrap(AppModule: unknown) {
  const app = await NestFactory.create(AppModule)
  app.enableCors({ origin: 'https://app.example.com', allowedHeaders: 'Content-Type, Accept' }) // want "error: the allowed headers leave out Authorization"
  app.use((req, res, next) => {
    req.token = req.headers.authorization?.split(' ')[1]
    next()
  })
  await app.listen(3000)
}
