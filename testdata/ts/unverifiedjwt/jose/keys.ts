import { decodeProtectedHeader, jwtVerify } from 'jose'
import jwt from 'jsonwebtoken'

// The key is chosen by the header of the token, which is then verified.
export async function byKid(req, res, next) {
  const { kid } = decodeProtectedHeader(req.cookies.token)
  const { payload } = await jwtVerify(req.cookies.token, await keyOf(kid))
  req.user = payload
  next()
}

export async function byComplete(req, res, next) {
  const kid = jwt.decode(req.cookies.token, { complete: true })?.header.kid
  jwt.verify(req.cookies.token, await keyOf(kid), (err, user) => {
    if (err) return res.sendStatus(401)
    req.user = user
    next()
  })
}

declare function keyOf(kid?: string): Promise<any>
