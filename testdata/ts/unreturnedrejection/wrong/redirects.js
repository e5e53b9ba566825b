// Away to the login, and on.
module.exports = (req, res, next) => {
  if (!req.session.user) {
    res.redirect('/login') // want "error: `res.redirect` refuses the request, then `next` lets it in"
  }
  next()
}

module.exports.short = (req, res, next) => {
  if (!req.isAuthenticated()) res.redirect('/') // want "`res.redirect` refuses the request, then `next`"
  return next()
}

module.exports.status = (req, res, next) => {
  req.session.user || res.redirect(302, '/signin') // want "`res.redirect` refuses"
  next()
}
