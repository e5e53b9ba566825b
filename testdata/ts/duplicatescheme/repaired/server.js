// A server that repairs what its clients send: a symptom, and the mistake is theirs.
module.exports = (req, res, next) => {
  req.headers.authorization = (req.headers.authorization || '').replace('Bearer Bearer ', 'Bearer ');
  next();
};
