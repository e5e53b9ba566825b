import express from 'express';

const app = express();
app.post('/auth/login', (req, res) => {
  res.cookie('session', sign(req.body), { httpOnly: true, secure: true, sameSite: 'strict' });
  res.sendStatus(204);
});
declare function sign(user: unknown): string;
