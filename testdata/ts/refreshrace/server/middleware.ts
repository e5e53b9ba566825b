import { NextResponse, type NextRequest } from 'next/server'

export async function middleware(request: NextRequest) {
  const access = request.cookies.get('access_token')
  const refreshToken = request.cookies.get('refresh_token')?.value
  if (access || !refreshToken) return NextResponse.next()
  const answer = await fetch('https://api.example.com/auth/refresh', { // want "warning: requests that are made for one page at the same time each call `fetch`; each refresh replaces the refresh token"
    method: 'POST',
    body: JSON.stringify({ refreshToken }),
  })
  const tokens = await answer.json()
  const response = NextResponse.next()
  response.cookies.set('access_token', tokens.accessToken, { httpOnly: true })
  response.cookies.set('refresh_token', tokens.refreshToken, { httpOnly: true })
  return response
}
