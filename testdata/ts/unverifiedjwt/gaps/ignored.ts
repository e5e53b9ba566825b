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

// gap: e, the algorithm from the token, expiry ignored, none allowed.
export function loose(token, key) {
  jwt.verify(token, key, { ignoreExpiration: true })
  jwt.verify(token, '', { algorithms: ['none'] })
  return jwt.verify(token, key, { algorithms: [jwt.decode(token, { complete: true }).header.alg] })
}
