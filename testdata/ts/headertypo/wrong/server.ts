import express, { Request, Response } from 'express'
import jwt from 'jsonwebtoken'

const app = express()

app.use((req, res, next) => {
  const token = req.headers.Authorization?.split(' ')[1] // want "error: Node keeps header names in lower case, so `req.headers.Authorization` is always undefined"
  if (!token) return res.sendStatus(401)
  next()
})
app.get('/me', function (req, res) {
  res.json(jwt.verify(req.headers['Authorization'], process.env.KEY!)) // want "`req.headers\\['Authorization'\\]` is always undefined"
})

export function typed(req: Request): string | undefined {
  return req.headers.Authorization as string // want "`req.headers.Authorization` is always undefined"
}

export const destructured = (req: Request, res: Response) => {
  const { Authorization } = req.headers // want "`Authorization` is always undefined"
  res.json({ Authorization })
}

export async function koa(ctx, next) {
  ctx.state.token = ctx.headers.Authorization // want "`ctx.headers.Authorization` is always undefined"
  await next()
}

export class Guard {
  canActivate(context) {
    const request = context.switchToHttp().getRequest()
    return Boolean(request.headers.Authorization) // want "`request.headers.Authorization` is always undefined"
  }
}
