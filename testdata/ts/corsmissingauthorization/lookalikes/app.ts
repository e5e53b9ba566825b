import cors from 'cors'
import express from 'express'
import { Server } from 'socket.io'
import { headers } from './settings'

const app = express()

app.get('/hook', cors({ allowedHeaders: ['Content-Type'] }), (req, res) => res.json({})) // one route, which need not read it
app.use('/public', cors({ allowedHeaders: ['Content-Type'] })) // one part, which need not read it
new Server(3000, { cors: { origin: '*', allowedHeaders: ['X-Other'] } }) // a socket sends its token otherwise
if (process.env.NODE_ENV === 'development') {
  app.use(cors({ allowedHeaders: ['Content-Type'] })) // on developers' machines only
}
app.get('/download', (req, res) => {
  res.setHeader('Access-Control-Allow-Origin', '*')
  res.setHeader('Access-Control-Allow-Headers', headers) // a list that is not known
  res.end()
})
