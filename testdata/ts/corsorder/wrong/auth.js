export function requireToken(req, res, next) {
  if (!req.headers.authorization) return res.status(401).json({ error: 'no token' })
  next()
}
