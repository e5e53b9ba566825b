const jwt = require('jsonwebtoken')

// Optional on purpose: the name says so.
function optionalAuth(req, res, next) {
  try {
    req.user = jwt.verify(req.cookies.token, process.env.KEY)
  } catch (err) {
    console.error(err)
  }
  next()
}

function loadUser(req, res, next) {
  if (!req.headers.authorization) console.log('anonymous')
  next()
}

// A name that leaves it open, and a comment that says what it is for.
function oauthSession(req, res, next) {
  try {
    req.intent = verifyIntent(req.query.flow)
  } catch {}
  next()
}

function verifySession(req, res, next) {
  try {
    req.user = verifyToken(req.cookies.token)
  } catch {
    // An expired token is that of a guest.
  }
  next()
}

// The other branch, or a later condition, decides.
function requireUser(req, res, next) {
  try {
    req.user = jwt.verify(req.cookies.token, process.env.KEY)
  } catch (err) {
    console.error(err)
  }
  if (!req.user) return res.sendStatus(401)
  next()
}

function requireOne(req, res, next) {
  if (!req.headers.authorization) {
    console.log('anonymous')
  } else {
    req.user = userOf(req.headers.authorization)
  }
  next()
}

function requireLater(req, res, next) {
  const token = req.headers.authorization
  if (!token) console.log('no token')
  jwt.verify(token, process.env.KEY, (err, user) => {
    if (err) return res.sendStatus(401) // what is missing is refused here
    req.user = user
    next()
  })
}

function requireClaims(req, res, next) {
  jwt.verify(req.cookies.token, process.env.KEY, (err, user) => {
    if (err) console.log(err)
    if (!user) return res.sendStatus(401) // a failed check has no user
    req.user = user
    next()
  })
}

function requireThrown(req, res, next) {
  if (!req.user) console.log('no user')
  check(req) // it may throw, but nobody calls next here
}

// What is tested is no login.
function requireName(req, res, next) {
  if (!req.headers['user-agent']) console.log('no agent')
  next()
}

// A handler at the end has its own way to go on.
function requireNothing(req, res) {
  if (!req.user) console.log('anonymous')
  res.json([])
}

function requireProfile(req, res, next) {
  load(req.session.id, (err, profile) => {
    if (err) console.log(err) // of a profile, and no login
    req.profile = profile
    next()
  })
}

function requireLogged(req, res, next) {
  jwt.verify(req.cookies.token, process.env.KEY, (err, user) => {
    if (err) return res.sendStatus(401)
    if (user) console.log(user.id) // who was let in
    next()
  })
}

function requireFinally(req, res, next) {
  try {
    req.user = jwt.verify(req.cookies.token, process.env.KEY)
  } catch (err) {
    console.error(err)
  } finally {
    if (!req.user) return res.sendStatus(401) // refused here
  }
  next()
}

function requireKnown(req, res, next) {
  const token = req.headers.authorization
  if (!token) console.log('no token')
  const user = userOf(token)
  if (!user) return res.sendStatus(401) // what is missing is refused here
  next()
}

function requireOrGuest(req, res, next) {
  const token = req.headers.authorization
  if (!token) console.log('a guest')
  if (token) req.user = userOf(token) // who has none comes in on purpose
  next()
}

function gone() {
  throw new Error('gone')
}

function requireOldToken(req, res, next) {
  if (!req.headers.authorization) console.log('no token')
  gone() // never comes back
  next()
}

function requireTokenDevice(req, res, next) {
  try {
    req.device = JSON.parse(req.headers['x-device'])
  } catch (err) {
    console.error(err) // no login is checked
  }
  next()
}

module.exports = { optionalAuth, loadUser, requireUser, requireOne, requireLater, requireClaims, requireThrown, requireName, requireNothing }
