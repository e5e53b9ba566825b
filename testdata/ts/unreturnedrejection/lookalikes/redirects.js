module.exports = (req, res, next) => {
  if (!req.session.user) return res.redirect('/login') // returned
  if (req.path === '/old') {
    res.redirect('/new') // sends nobody away: another rule's matter, if any
  }
  next()
}

module.exports.guest = (req, res, next) => {
  if (req.session.user) {
    res.redirect('/home') // who is logged in has no business here
  } else {
    next()
  }
}

module.exports.handler = (req, res) => {
  if (!req.session.user) {
    res.redirect('/login') // a handler at the end, and nothing follows
  }
}
