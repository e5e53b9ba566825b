import { decodeJwt } from 'jose'
import { NextResponse, type NextRequest } from 'next/server'

export function middleware(request: NextRequest) {
  const claims = decodeJwt(request.cookies.get('token')!.value) // want "yet its claims decide"
  if (claims.role !== 'admin') return NextResponse.json({ error: 'admins only' }, { status: 403 })
  return NextResponse.next()
}
