import type { Request, Response } from 'express'

// This handler alone answers so, and it reads no Authorization.
export function feed(req: Request, res: Response) {
  res.setHeader('Access-Control-Allow-Origin', '*')
  res.setHeader('Access-Control-Allow-Headers', 'Content-Type')
  res.json([])
}
