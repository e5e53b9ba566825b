import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import { cors } from 'hono/cors';

const app = new Hono();
app.use('*', cors({ origin: 'http://localhost:5173', credentials: true }));
app.post('/login', (c) => {
  setCookie(c, 'session', newSession(), { httpOnly: true });
  return c.body(null, 204);
});
declare function newSession(): string;
