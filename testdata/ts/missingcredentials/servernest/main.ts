import { NestFactory } from '@nestjs/core';
import session from 'express-session';

async function bootstrap(module: unknown) {
  const app = await NestFactory.create(module);
  app.enableCors({ origin: ['http://localhost:5173'], credentials: true });
  app.use(session({ secret: process.env.SECRET! }));
}
export default bootstrap;
