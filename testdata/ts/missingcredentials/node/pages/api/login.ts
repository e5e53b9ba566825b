// Good: a handler of the server.
export default async function handler(req: any, res: any) {
  const answer = await fetch('https://api.example.com/login', { method: 'POST', body: req.body });
  res.status(answer.status).end();
}
