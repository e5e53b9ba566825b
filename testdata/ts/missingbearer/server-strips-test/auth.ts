export function auth(req: any, res: any, next: any) {
  const header = req.headers.authorization ?? '';
  if (!/^Bearer /i.test(header)) return res.sendStatus(401);
  next();
}
