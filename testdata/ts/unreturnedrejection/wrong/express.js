const jwt = require('jsonwebtoken')
const { load, remove } = require('./users')

// The next handler runs.
const requireLogin = (req, res, next) => {
  if (!req.session.user) {
    res.status(401).json({ error: 'log in' }) // want "error: `res.status\\(401\\).json` refuses the request, then `next` lets it in"
  }
  next()
}

async function requireToken(req, res, next) {
  const token = req.header('x-auth-token')
  if (!token) {
    res.status(401).json({ error: 'no token' }) // want "error: `res.status\\(401\\).json` answers, but nothing stops the function: it goes on, and `next` can run"
  }
  try {
    req.user = jwt.verify(token, process.env.SECRET)
    next()
  } catch (err) {
    res.status(403).json({ error: 'bad token' })
  }
}

function inCallback(req, res, next) {
  jwt.verify(req.headers.authorization, process.env.SECRET, (err, user) => {
    if (err) {
      res.sendStatus(403) // want "error: `res.sendStatus` refuses the request, then `next` lets it in"
    }
    req.user = user
    next()
  })
}

function bare(req, res, next) {
  if (!req.user) {
    res.status(401) // want "error: `res.status` refuses the request, then `next` lets it in"
  }
  return next()
}

// The handler does its work.
async function destroy(req, res) {
  const user = await load(req)
  if (!user) {
    res.status(403).send('no') // want "error: `res.status\\(403\\).send` refuses the request, but the function goes on with `res.json`"
  }
  await remove(req.params.id)
  res.json({ ok: true })
}

class Guard {
  use(req, res, next) {
    if (!req.user) {
      res.status(401).end() // want "error: `res.status\\(401\\).end` refuses the request, then `next` lets it in"
    }
    next()
  }
}

module.exports = { requireLogin, requireToken, inCallback, bare, destroy, Guard }

// By the name of the status.
function named(req, res, next) {
  if (!req.user) res.status(HttpStatus.UNAUTHORIZED).json({}) // want "`res.status\\(HttpStatus.UNAUTHORIZED\\).json` refuses the request, then `next`"
  next()
}

const NO = 403
function constant(req, res, next) {
  if (!req.user) {
    res.status(NO) // want "`res.status` refuses the request, then `next`"
    res.send('no')
  }
  next()
}

// In two statements, and the work goes on.
async function apart(req, res) {
  if (!req.user) {
    res.writeHead(401) // want "`res.writeHead` refuses the request, but the function goes on with `remove`"
    res.end('no')
  }
  await remove(req.params.id)
}

// In one expression.
function short(req, res, next) {
  req.user || res.sendStatus(401) // want "`res.sendStatus` refuses the request, then `next`"
  next()
}

// Another status, in what lets requests in or not.
function badToken(req, res, next) {
  try {
    req.user = jwt.verify(req.cookies.token, process.env.SECRET)
  } catch (err) {
    res.status(400).json({ error: 'bad token' }) // want "`res.status\\(400\\).json` refuses the request, then `next`"
  }
  next()
}

function property(req, res, next) {
  if (!req.user) {
    res.statusCode = 401 // want "`res.statusCode` refuses the request, then `next`"
    res.end()
  }
  next()
}
