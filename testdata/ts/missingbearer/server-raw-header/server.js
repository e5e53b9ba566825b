import jwt from 'jsonwebtoken';
export default (req, res, next) => {
  const token = req.header('Authorization');
  if (!token) return res.status(401).end();
  req.user = jwt.verify(token, process.env.JWT_SECRET);
  next();
};
