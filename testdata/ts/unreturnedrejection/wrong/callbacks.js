const jwt = require('jsonwebtoken')

// A return in a callback leaves the callback alone.
function byCallback(req, res, next) {
  jwt.verify(req.cookies.token, process.env.KEY, (err, user) => {
    if (err) return res.status(401).json({ error: 'log in' }) // want "error: `res.status\\(401\\).json` refuses the request, then `next` lets it in"
    req.user = user
  })
  next()
}

function byPromise(req, res, next) {
  verify(req.headers.authorization).catch(() => {
    res.status(401).end() // want "`res.status\\(401\\).end` refuses the request, then `next`"
  })
  next()
}

async function awaited(req, res, next) {
  await verify(req.headers.authorization).catch(() => res.sendStatus(401)) // want "`res.sendStatus` refuses the request, then `next`"
  next()
}

function each(req, res, next) {
  req.user.roles.forEach((role) => {
    if (!known(role)) return res.sendStatus(403) // want "`res.sendStatus` refuses the request, then `next`"
  })
  next()
}

async function all(req, res, next) {
  await Promise.all(req.user.roles.map(async (role) => {
    if (!(await granted(role))) res.status(403).end() // want "`res.status\\(403\\).end` refuses the request, then `next`"
  }))
  next()
}

async function koa(ctx, next) {
  await verify(ctx.get('Authorization')).catch(() => {
    ctx.status = 401 // want "`ctx.status` refuses the request, then `next`"
    ctx.body = 'log in'
  })
  await next()
}

module.exports = { byCallback, byPromise, awaited, each, all, koa }
