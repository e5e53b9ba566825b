const jwt = require('jsonwebtoken')

// Checks that lead to nothing.
function requireToken(req, res, next) {
  const token = req.headers.authorization
  if (!token) { // want:strict "error: nothing comes of `!token` here: `next` lets the request in all the same"
    // TODO: answer 401
  }
  next()
}

const requireLogin = async (req, res, next) => {
  if (!req.session.user) console.warn('not logged in') // want:strict "nothing comes of `!req.session.user` here"
  return next()
}

const ensureAuth = (req, res, next) => {
  if (!req.isAuthenticated()) { logger.warn('not logged in') } // want:strict "nothing comes of `!req.isAuthenticated\\(\\)` here"
  next()
}

function verifyToken(req, res, next) {
  jwt.verify(req.cookies.token, process.env.KEY, (err, user) => {
    if (err) console.log(err) // want:strict "nothing comes of `err` here"
    req.user = user
    next()
  })
}

function requireUser(req, res, next) {
  try {
    req.user = jwt.verify(req.cookies.token, process.env.KEY)
  } catch (err) { console.error(err) } // want:strict "nothing comes of `catch` here: `next` lets the request in"
  next()
}

function requireTwice(req, res, next) {
  try {
    req.user = jwt.verify(req.cookies.token, process.env.KEY)
    return next()
  } catch (err) { console.error(err) } // want:strict "nothing comes of `catch` here"
  next()
}

// Answered further down: that is the one mistake.
function requireAnswered(req, res, next) {
  if (!req.session.user) console.warn('not logged in')
  req.session.user || res.sendStatus(401) // want "`res.sendStatus` refuses the request, then `next` lets it in"
  next()
}

async function requireSession(ctx, next) {
  if (!ctx.session.user) {} // want:strict "nothing comes of `!ctx.session.user` here"
  await next()
}

module.exports = { requireToken, requireLogin, ensureAuth, verifyToken, requireUser, requireSession }
