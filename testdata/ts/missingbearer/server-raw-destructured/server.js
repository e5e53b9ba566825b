import jwt from 'jsonwebtoken';
export default (req, res, next) => {
  const { authorization: token } = req.headers;
  req.user = jwt.verify(token, process.env.JWT_SECRET);
  next();
};
