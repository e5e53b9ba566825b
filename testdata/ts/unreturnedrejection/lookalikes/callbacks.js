const jwt = require('jsonwebtoken')

// The callback lets in, and nothing stands behind the call.
function inside(req, res, next) {
  jwt.verify(req.cookies.token, process.env.KEY, (err, user) => {
    if (err) return res.status(401).end() // next is on the other way
    req.user = user
    next()
  })
}

// What stands behind asks what came of it.
function asked(req, res, next) {
  let refused = false
  req.user.roles.forEach((role) => {
    if (known(role)) return
    refused = true
    res.sendStatus(403) // told below
  })
  if (refused) return
  next()
}

function sent(req, res, next) {
  jwt.verify(req.cookies.token, process.env.KEY, (err) => {
    if (err) res.sendStatus(401) // asked about below
  })
  if (!res.headersSent) next()
}

async function result(req, res, next) {
  const user = await verify(req.headers.authorization).catch(() => {
    res.sendStatus(401) // and there is no user then
  })
  if (user) next()
}

// What is returned leaves the function.
function returned(req, res, next) {
  if (req.headers.authorization) return verify(req.headers.authorization).catch(() => res.sendStatus(401)) // returned
  next()
}

// For an event that comes later, or never.
function events(req, res, next) {
  req.on('error', () => res.sendStatus(401)) // not now
  setTimeout(() => res.status(401).end(), 1000) // not now
  next()
}

module.exports = { inside, asked, sent, result, returned, events }
