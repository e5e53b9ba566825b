import express from 'express'
import { expressjwt } from 'express-jwt'
import passport from 'passport'

const app = express()
app.get('/me', passport.authenticate('jwt', { session: false }), (req, res) => {
  res.json({ token: req.headers.authorization.split(' ')[1] }) // passport has refused requests without it
})
app.get('/us', expressjwt({ secret: process.env.KEY!, algorithms: ['HS256'] }), async (req, res) => {
  res.json({ token: req.headers.authorization.split(' ')[1] }) // so has express-jwt
})

export function counted(req, res, next) {
  const parts = req.headers.authorization?.split(' ') ?? []
  if (parts.length !== 2 || parts[0] !== 'Bearer') return res.sendStatus(401) // counted, and the scheme compared
  req.token = parts[1]
  next()
}
