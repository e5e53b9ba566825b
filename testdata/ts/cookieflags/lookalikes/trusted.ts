import express from 'express'
import session from 'express-session'

const app = express()
app.set('trust proxy', 1)
app.use(session({ secret: 's', cookie: { secure: true } })) // the proxy says that it speaks TLS
app.listen(3000)
