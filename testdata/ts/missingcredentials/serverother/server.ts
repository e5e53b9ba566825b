import cors from 'cors';
import express from 'express';

// Good: a cookie that holds no session, and CORS without credentials.
const app = express();
app.use(cors({ origin: 'http://localhost:5173' }));
app.get('/', (_req, res) => {
  res.cookie('theme', 'dark').send();
});
