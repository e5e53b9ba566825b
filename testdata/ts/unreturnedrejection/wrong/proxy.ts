import { NextResponse, type NextRequest } from 'next/server'

export default async function proxy(request: NextRequest) {
  if (!(await known(request))) {
    NextResponse.json({ error: 'log in' }, { status: 401 }) // want "error: what `NextResponse.json` makes is not returned, so what this middleware guards runs all the same"
  }
}
