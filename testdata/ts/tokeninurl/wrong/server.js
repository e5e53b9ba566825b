const jwt = require('jsonwebtoken')

module.exports = (req, res, next) => {
  const token = req.query.token || req.headers.authorization?.split(' ')[1] // want:strict "`req.query.token` is taken for a token wherever the header would be"
  if (!token) return res.sendStatus(401)
  req.user = jwt.verify(token, process.env.KEY, { algorithms: ['HS256'] })
  next()
}
