const jwt = require('jsonwebtoken')
const { jwtDecode } = require('jwt-decode')

// a. The claims become the user.
function direct(req, res, next) {
  req.user = jwt.decode(req.cookies.token) // want "error: `jwt.decode` does not verify the token, yet `req.user` takes its claims: anyone can write a token"
  next()
}

function byName(req, res, next) {
  const payload = jwtDecode(req.cookies.token) // want "`jwtDecode` does not verify the token, yet `req.userId`"
  if (!payload) return res.sendStatus(401)
  req.userId = payload.sub
  next()
}

function destructured(req, res, next) {
  const { id, role } = jwt.decode(req.cookies.token) // want "yet `res.locals.user`"
  res.locals.user = { id, role }
  next()
}

// It is written later.
function late(req, res, next) {
  let decoded
  try {
    decoded = jwt.decode(req.cookies.token, { complete: true }) // want "yet `req.auth`"
  } catch (e) {
    return res.sendStatus(403)
  }
  req.auth = decoded.payload
  next()
}

// What there is instead of claims does not matter.
function orNobody(req, res, next) {
  const user = jwt.decode(req.header('x-token'), { complete: true }) // want "yet `req.user`"
  req.user = user ? user : {}
  next()
}

module.exports = { direct, byName, destructured, late }
