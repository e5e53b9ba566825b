function unauthorized(res) {
  res.status(401)
  throw new Error('log in')
}

function deny(res) {
  res.status(401).end()
}

function sometimes(req, res) {
  if (!req.user) res.status(401).end()
}

function throws() {
  throw new Error('no')
}

module.exports = { unauthorized, deny, sometimes, throws }
