import jwt from 'jsonwebtoken'

// gap: c, the error of verify is ignored; optional authentication is written in the same way.
export function ignores(req, res, next) {
  jwt.verify(req.cookies.token, process.env.KEY, (err, user) => {
    req.user = user
    next()
  })
}

// gap: c, a catch that goes on.
export function catches(req, res, next) {
  try {
    req.user = jwt.verify(req.cookies.token, process.env.KEY)
  } catch {
    return next()
  }
  next()
}

// gap: e, the expiry is ignored in a function that may be there for refreshing.
export function loose(token, key) {
  return jwt.verify(token, key, { ignoreExpiration: true })
}

// gap: e, the options are made elsewhere.
export function made(token, key, decoded) {
  const options = { algorithms: [] }
  options.algorithms.push(decoded.header.alg)
  return jwt.verify(token, key, options)
}
