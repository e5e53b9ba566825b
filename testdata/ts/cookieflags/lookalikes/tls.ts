import express from 'express'
import session from 'express-session'
import https from 'https'

const app = express()
app.use(session({ secret: 's', cookie: { secure: true } })) // the server speaks TLS itself
https.createServer({}, app).listen(443)
