import jwt from 'jsonwebtoken';

export const context = ({ req }: any) => {
  const token = req.headers.authorization || '';
  if (!token) return {};
  return { user: jwt.verify(token, process.env.JWT_SECRET!) };
};
