import jwt from 'jsonwebtoken'
import { jwtDecode } from 'jwt-decode'
import { cookies } from 'next/headers'
import { NextResponse, type NextRequest } from 'next/server'

// Route handlers of Next: for a role, and for the user whom the token names.
export async function DELETE(request: NextRequest) {
  const token = request.headers.get('x-token')
  const claims = jwt.decode(token) as { role: string } // want "yet its claims decide"
  if (claims.role !== 'admin') return NextResponse.json({ error: 'admins only' }, { status: 403 })
  await db.orders.deleteMany()
  return NextResponse.json({ ok: true })
}

export async function GET(request: NextRequest) {
  const token = request.cookies.get('token')?.value
  if (!token) return NextResponse.json({ error: 'log in' }, { status: 401 })
  const { userId } = jwtDecode<{ userId: string }>(token) // want "yet its claims decide"
  return NextResponse.json(await db.orders.findMany({ where: { userId } }))
}

export const POST = async (request: NextRequest) => {
  const user = jwt.decode((await cookies()).get('token')?.value) as { sub: string } // want "yet its claims decide"
  if (!user) return new Response('log in', { status: 401 })
  await db.orders.create({ data: { owner: user.sub, order: await request.json() } })
  return NextResponse.json({ ok: true })
}

declare const db: { orders: Record<'deleteMany' | 'findMany' | 'create', (q?: unknown) => Promise<unknown>> }
