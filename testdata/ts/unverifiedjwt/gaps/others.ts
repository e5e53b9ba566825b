import { NextResponse } from 'next/server'
import jwt from 'jsonwebtoken'
import { decodeJwt } from 'jose'

// gap: the middleware of Next decides by the claims; for a redirect alone that is right, and what the page behind it checks is not seen.
export function middleware(request) {
  const claims = decodeJwt(request.cookies.get('token').value)
  if (claims.role !== 'admin') return NextResponse.redirect(new URL('/login', request.url))
  return NextResponse.next()
}

// gap: a handler decodes for its own use.
export function remove(req, res) {
  const { id } = jwt.decode(req.cookies.token) as { id: string }
  res.json(removeAll(id))
}

// gap: JSON.parse(atob(…)): how browsers decode as well.
export function byHand(req, res, next) {
  req.user = JSON.parse(atob(req.cookies.token.split('.')[1]))
  next()
}

declare function removeAll(id: string): unknown
