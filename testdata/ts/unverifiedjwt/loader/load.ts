import jwt from 'jsonwebtoken'

// Another middleware verifies; this one refuses nobody.
export function loadUser(req, res, next) {
  req.user = jwt.decode(req.get('x-token'))
  next()
}

// This one decides by itself, or once more: what runs before it is not seen.
export function admin(req, res, next) {
  const claims = jwt.decode(req.get('x-token')) // want:strict "yet `req.admin`"
  if (!claims) return res.status(403).end()
  req.admin = claims
  next()
}
