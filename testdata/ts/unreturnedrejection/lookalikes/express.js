const jwt = require('jsonwebtoken')
const { load } = require('./users')

function returned(req, res, next) {
  if (!req.user) return res.status(401).json({ error: 'log in' }) // returned
  if (!req.user.admin) {
    res.sendStatus(403) // the next statement returns
    return
  }
  next()
}

function branches(req, res, next) {
  if (!req.user) {
    res.status(401).end() // the other branch goes on
  } else {
    next()
  }
}

function thrown(req, res, next) {
  if (!req.user) {
    res.status(401) // the handler of errors answers with this status
    throw new Error('log in')
  }
  next()
}

function toErrors(req, res, next) {
  if (!req.user) {
    return next(new Error('log in')) // the handler of errors runs
  }
  next()
}

async function caught(req, res, next) {
  try {
    req.user = await load(req)
    next()
  } catch (err) {
    console.error(err)
    res.status(401).json({ error: 'no' }) // nothing follows
  }
}

function knows(req, res, next) {
  let ok = true
  if (!req.headers.authorization) {
    res.status(401).end() // what follows knows of it
    ok = false
  }
  if (ok) next()
}

function sameTest(req, res, next) {
  if (!req.headers.authorization) {
    res.status(401).end()
  }
  if (req.headers.authorization) {
    next() // only for the others
  }
}

function sent(req, res, next) {
  if (!req.user) {
    res.status(401).end()
  }
  if (res.headersSent) return // asks the response itself
  next()
}

function onlyLogs(req, res) {
  if (!req.user) {
    res.status(401).end()
  }
  console.log('done') // nothing is done for the request
}

function perCase(req, res, next) {
  switch (req.method) {
    case 'GET':
      res.status(401).end() // the next case is another request's
      break
    default:
      next()
  }
}

function statusThenBody(req, res) {
  if (!req.user) {
    res.status(401) // the body belongs to it
  }
  res.json({ user: req.user })
}

function input(req, res) {
  if (!req.body.name) {
    res.status(400).json({ error: 'name' }) // not about credentials
  }
  load(req)
}

function verified(req, res, next) {
  jwt.verify(req.token, process.env.SECRET, (err) => {
    if (err) return res.sendStatus(403)
    next()
  })
}

module.exports = { returned, branches, thrown, toErrors, caught, knows, sameTest, sent, onlyLogs, perCase, statusThenBody, input, verified }

function withoutBraces(req, res, next) {
  if (!req.headers.authorization) res.status(401).end()
  if (req.headers.authorization) next() // only for the others
}

function onError(err, req, res, next) {
  if (err.name === 'UnauthorizedError') {
    res.status(401).end() // a handler of errors lets nobody in
  }
  next()
}

function limited(req, res, next) {
  if (tooMany(req)) {
    res.status(429).end() // not about credentials
  }
  next()
}

function ternary(req, res, next) {
  req.user ? next() : res.sendStatus(401) // one or the other
}
