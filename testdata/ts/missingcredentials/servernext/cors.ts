import cors from 'cors';

export const handler = cors({ origin: 'http://localhost:5173', credentials: true });
