import { NextResponse, type NextRequest } from 'next/server'

export function middleware(request: NextRequest) {
  const token = request.cookies.get('token')
  if (!token) {
    NextResponse.redirect(new URL('/login', request.url)) // want "error: what `NextResponse.redirect` makes is not returned, so `NextResponse.next` lets the request in"
  }
  if (request.nextUrl.pathname.startsWith('/admin') && !isAdmin(token)) {
    new NextResponse('no', { status: 403 }) // want "what `new NextResponse` makes is not returned, so `NextResponse.next`"
  }
  return NextResponse.next()
}
