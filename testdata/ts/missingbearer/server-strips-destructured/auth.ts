import jwt from 'jsonwebtoken';

export function auth(req: any, res: any, next: any) {
  const { authorization } = req.headers;
  if (!authorization || !authorization.startsWith('Bearer ')) return res.sendStatus(401);
  req.user = jwt.verify(authorization.slice(7), process.env.JWT_SECRET!);
  next();
}
