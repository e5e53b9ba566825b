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

// gap: the callback lets in whom its promise has refused.
module.exports.later = (req, res, next) => {
  verify(req.headers.authorization)
    .catch(() => res.status(401).end())
    .then(() => next())
}

// gap: what is always done lets in too.
module.exports.always = (req, res, next) => {
  try {
    req.user = decrypt(req.headers.authorization)
  } catch {
    return res.status(401).end()
  } finally {
    next()
  }
}

// gap: the response is taken out of the context.
module.exports.parts = async ({ request, response }, next) => {
  if (!request.headers.authorization) response.status = 401
  await next()
}
