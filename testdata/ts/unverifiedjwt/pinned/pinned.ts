import { PassportStrategy } from '@nestjs/passport'
import express from 'express'
import { expressjwt } from 'express-jwt'
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose'
import jwt from 'jsonwebtoken'
import { ExtractJwt, Strategy } from 'passport-jwt'

export function pinned(token: string, publicKey: string, options: jwt.VerifyOptions, secret: string) {
  jwt.verify(token, publicKey, { algorithms: ['RS256'] }) // named
  jwt.verify(token, publicKey, options) // perhaps named
  jwt.verify(token, secret) // a shared secret verifies nothing else
  jwt.verify(token, process.env.JWT_SECRET, { issuer: 'shop' }) // so does this
}

export async function throughJose(token: string) {
  await jwtVerify(token, createRemoteJWKSet(new URL('https://id.shop-online.com/keys'))) // the keys of the set say theirs
}

// The algorithm of the token is tested before.
export function tested(token: string, keys: Record<string, string>) {
  const decoded = jwt.decode(token, { complete: true })
  if (decoded.header.alg !== 'RS256') throw new Error('refused')
  return jwt.verify(token, keys[decoded.header.kid], { algorithms: [decoded.header.alg] })
}

const allowed = ['RS256', 'ES256']

export async function listed(token: string, key: CryptoKey) {
  const header = decodeProtectedHeader(token)
  if (!allowed.includes(header.alg)) throw new Error('refused')
  return jwtVerify(token, key, { algorithms: [header.alg] })
}

// The key knows its algorithm.
export function ofKey(token: string, jwk: { alg: jwt.Algorithm; pem: string }) {
  return jwt.verify(token, jwk.pem, { algorithms: [jwk.alg] })
}

export class JwtStrategy extends PassportStrategy(Strategy) {
  constructor() {
    super({ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), ignoreExpiration: false, secretOrKey: process.env.JWT_SECRET }) // the default, said
  }
}

// Looks at the time by itself.
export class LenientStrategy extends PassportStrategy(Strategy, 'lenient') {
  constructor() {
    super({ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), ignoreExpiration: true, secretOrKey: process.env.JWT_SECRET }) // exp is looked at below
  }
  validate(payload: { sub: string; exp: number }) {
    if (payload.exp + 60 < Date.now() / 1000) throw new Error('expired')
    return payload
  }
}

// For a refresh.
export class RefreshStrategy extends PassportStrategy(Strategy, 'refresh') {
  constructor() {
    super({ jwtFromRequest: ExtractJwt.fromBodyField('refreshToken'), ignoreExpiration: true, secretOrKey: process.env.JWT_SECRET }) // its name says so
  }
}

const app = express()
app.use(expressjwt({ secret: process.env.JWT_SECRET, algorithms: ['HS256'] }))

app.post('/refresh', (req, res) => {
  const claims = jwt.verify(req.body.token, process.env.JWT_SECRET, { ignoreExpiration: true }) // no middleware: who it was
  res.json({ token: jwt.sign({ sub: claims.sub }, process.env.JWT_SECRET, { expiresIn: '1h' }) })
})

app.use((req, res, next) => {
  const claims = jwt.verify(req.get('x-token'), process.env.JWT_SECRET, { ignoreExpiration: true }) // exp is looked at below
  if (claims.exp < Date.now() / 1000) return res.status(401).json({ error: 'expired' })
  req.user = claims
  next()
})
