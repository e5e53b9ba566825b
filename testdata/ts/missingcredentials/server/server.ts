import cors from 'cors';
import express from 'express';
import session from 'express-session';

const app = express();
app.use(cors({ origin: 'http://localhost:5173', credentials: true }));
app.use(session({ secret: process.env.SECRET!, cookie: { httpOnly: true } }));
