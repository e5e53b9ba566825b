import cors from '@fastify/cors';
import Fastify from 'fastify';

const app = Fastify();
app.register(cors, { origin: 'http://localhost:5173', credentials: true });
app.post('/login', (request, reply) => {
  reply.setCookie('access_token', newToken(request.body), { httpOnly: true }).send();
});
declare function newToken(user: unknown): string;
