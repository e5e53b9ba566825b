import { PassportStrategy } from '@nestjs/passport'
import express from 'express'
import { expressjwt } from 'express-jwt'
import { readFileSync } from 'node:fs'
import { jwtVerify, decodeProtectedHeader } from 'jose'
import jwt from 'jsonwebtoken'
import passport from 'passport'
import { ExtractJwt, Strategy } from 'passport-jwt'

const publicKey = readFileSync('keys/public.pem')

// The algorithm is what the token says.
export function byHeader(token: string, key: string) {
  const decoded = jwt.decode(token, { complete: true })
  return jwt.verify(token, key, { algorithms: [decoded.header.alg], issuer: 'shop' }) // want "error: `jwt.verify` takes the algorithm that the token itself names"
}

export async function throughJose(token: string, key: CryptoKey) {
  const { alg } = decodeProtectedHeader(token)
  const header = decodeProtectedHeader(token)
  await jwtVerify(token, key, { algorithms: [header.alg] }) // want "error: `jwtVerify` takes the algorithm that the token itself names"
  return jwtVerify(token, key, { algorithms: [alg] }) // want "error: `jwtVerify` takes the algorithm that the token itself names"
}

// None is taken.
export function unsigned(token: string, key: string) {
  jwt.verify(token, null, { algorithms: ['none'] }) // want "error: `jwt.verify` takes a token without a signature here"
  return jwt.verify(token, key, { algorithms: ['HS256', 'none'] }) // want "error: `jwt.verify` lists none among its algorithms: a token without a signature is taken as soon as `key` is not set"
}

export function atOnce(token: string, key: string) {
  return jwt.verify(token, key, { algorithms: [jwt.decode(token, { complete: true }).header.alg] }) // want "error: `jwt.verify` takes the algorithm"
}

// The expiry is not looked at, in what lets requests in.
export class JwtStrategy extends PassportStrategy(Strategy, 'jwt') {
  constructor() {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      ignoreExpiration: true, // want "error: `the strategy` takes tokens that have expired"
      secretOrKey: process.env.JWT_SECRET,
    })
  }
  validate(payload: { sub: string }) {
    return { id: payload.sub }
  }
}

const strategy = new Strategy({ secretOrKey: process.env.JWT_SECRET, ignoreExpiration: true }, (claims, done) => done(null, claims)) // want "error: `Strategy` takes tokens that have expired"
passport.use(strategy)

const app = express()
app.use(expressjwt({ secret: process.env.JWT_SECRET, algorithms: ['HS256', 'none'] })) // want "error: `expressjwt` lists none among its algorithms"

app.use((req, res, next) => {
  try {
    req.user = jwt.verify(req.get('x-token'), process.env.JWT_SECRET, { algorithms: ['HS256'], ignoreExpiration: true }) // want "error: `jwt.verify` takes tokens that have expired"
  } catch {
    return res.sendStatus(401)
  }
  next()
})

// A public key, and no algorithm.
export function unpinned(token: string) {
  jwt.verify(token, publicKey, { issuer: 'shop' }) // want:strict "advice: `jwt.verify` names no algorithm beside the public key `publicKey`"
  jwt.verify(token, process.env.JWT_PUBLIC_KEY, (err, claims) => console.log(err)) // want:strict "advice: `jwt.verify` names no algorithm"
  return jwt.verify(token, '-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA') // want:strict "advice: `jwt.verify` names no algorithm"
}
