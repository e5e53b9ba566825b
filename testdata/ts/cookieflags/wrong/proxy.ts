import express from 'express'
import session from 'express-session'

// d. Plain http, and no proxy is trusted.
const app = express()
app.use(session({ secret: 's', cookie: { secure: true } })) // want "warning: the cookie `connect.sid` is never sent: it is Secure, and the server speaks plain http and trusts no proxy"
app.listen(3000)

const other = express()
other.use(session({ secret: 's', cookie: { secure: process.env.NODE_ENV === 'production' } })) // want "the cookie `connect.sid` is never sent"
other.listen(process.env.PORT, () => console.log('https://app.example.com'))
