const express = require('express');
const app = express();

app.use((req, res, next) => {
  res.setHeader('Access-Control-Allow-Credentials', 'true');
  next();
});
app.post('/auth', (req, res) => {
  res.cookie('jwt', makeRefreshToken(req.body), { httpOnly: true, sameSite: 'none', secure: true });
  res.json({ accessToken: makeAccessToken(req.body) });
});
