import { jwtDecode } from 'jwt-decode'
import { NextResponse, type NextRequest } from 'next/server'

// For display: whom the page greets.
export async function GET(request: NextRequest) {
  const token = request.cookies.get('token')?.value
  if (!token) return NextResponse.json({ error: 'log in' }, { status: 401 })
  const { name, exp } = jwtDecode<{ name: string; exp: number }>(token)
  return NextResponse.json({ name, exp })
}

// The API that is asked has the cookie, and verifies.
export async function POST(request: NextRequest) {
  const token = request.cookies.get('token')?.value
  if (!token) return NextResponse.json({ error: 'log in' }, { status: 401 })
  const { sub } = jwtDecode<{ sub: string }>(token)
  return await fetch(`https://api.example.com/users/${sub}`, { headers: request.headers })
}

// Where nothing is refused the name is for the log.
export async function PUT(request: NextRequest) {
  const { sub } = jwtDecode<{ sub: string }>(request.cookies.get('token')!.value)
  await audit.write(sub)
  return NextResponse.json({ ok: true })
}

declare const audit: { write(user: string): Promise<void> }
