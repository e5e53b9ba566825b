// The file has its own way to verify.
import { decodeJwt } from 'jose'
import { verifySignature } from './signature'

export async function auth(req, res, next) {
  if (!(await verifySignature(req.cookies.token))) return res.sendStatus(401)
  req.user = decodeJwt(req.cookies.token)
  next()
}
