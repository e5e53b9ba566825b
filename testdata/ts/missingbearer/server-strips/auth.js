const jwt = require('jsonwebtoken');

module.exports = function auth(req, res, next) {
  const header = req.headers.authorization || req.headers.Authorization;
  if (!header?.startsWith('Bearer ')) return res.sendStatus(401);
  req.user = jwt.verify(header.split(' ')[1], process.env.JWT_SECRET);
  next();
};
