import { post, request, Session, signIn } from './http';

const session = new Session();

export async function enter(c: object) {
  // Good: kept inside.
  await signIn(c);
  await session.open(c);
  await post('/articles', {});
}

export async function enterLost(c: object) {
  await post('/auth/login', c); // want "the token that the login `post` answers with goes nowhere"
  await request('/auth/login', { method: 'POST', body: JSON.stringify(c) }); // want "the token that the login `request` answers with goes nowhere"
}
