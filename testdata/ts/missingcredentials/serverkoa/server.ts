import cors from '@koa/cors';
import Koa from 'koa';

const app = new Koa();
app.use(cors({ origin: 'http://localhost:5173', credentials: true }));
app.use(async (ctx) => {
  ctx.cookies.set('session', newSession(), { httpOnly: true });
});
declare function newSession(): string;
