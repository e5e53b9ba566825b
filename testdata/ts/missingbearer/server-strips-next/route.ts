import { headers } from 'next/headers';

export async function GET() {
  const authorization = (await headers()).get('authorization');
  const token = authorization?.replace(/^Bearer /, '');
  return Response.json({ ok: !!token });
}
