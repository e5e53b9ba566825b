import { NextResponse } from 'next/server'
import { remove, sessionOf } from './orders'

export async function DELETE(request: Request) {
  const session = await sessionOf(request)
  if (!session) {
    NextResponse.json({ error: 'log in' }, { status: 401 }) // want "error: what `NextResponse.json` makes is not returned, so the function goes on with `NextResponse.json` and nothing is refused"
  }
  await remove(request)
  return NextResponse.json({ ok: true })
}

export const GET = async (request: Request) => {
  if (!(await sessionOf(request))) new Response('no', { status: 403 }) // want "what `new Response` makes is not returned, so the function goes on with `Response.json`"
  return Response.json([])
}

// A function that makes the answer.
const unauthorized = () => NextResponse.json({ error: 'log in' }, { status: 401 })
export async function PUT(request: Request) {
  if (!(await sessionOf(request))) unauthorized() // want "what `unauthorized` makes is not returned, so the function goes on with `remove`"
  await remove(request)
  return new Response(null, { status: 204 })
}
