import argon2 from 'argon2'
import jwt from 'jsonwebtoken'

export async function login(req, res) {
  if (!(await argon2.verify(process.env.ADMIN_PASSWORD_HASH!, req.body.password))) return res.sendStatus(401) // compares safely
  const claims = jwt.verify(req.cookies.token, process.env.KEY!) as { sub: string; azp: string }
  if (claims.sub !== claims.azp) return res.sendStatus(403) // two fields of a verified token
  if (claims.sub !== req.params.id) return res.sendStatus(403) // an id
  res.json({})
}

const keys = new Map((process.env.API_KEYS ?? '').split(',').map((key) => [key, true]))
export function listed(req, res, next) {
  if (!keys.has(req.get('X-Api-Key'))) return res.sendStatus(401) // looked up in a map
  next()
}
