import jwt from 'jsonwebtoken';

export function auth(req: any, res: any, next: any) {
  const token = req.header('Authorization').replace('Bearer ', '');
  req.user = jwt.verify(token, process.env.JWT_SECRET!);
  next();
}
