function check(req, res) {
  if (req.user) return true
  res.status(401).end()
  return false
}

// gap: the helper answers on one of its ways and says so; its caller does not look.
module.exports = (req, res, next) => {
  check(req, res)
  next()
}

// gap: the answer stands in the callback of a promise, what follows does not.
module.exports.later = (req, res, next) => {
  verify(req.headers.authorization).catch(() => {
    res.status(401).end()
  })
  next()
}
