import express from 'express'
import session from 'express-session'
import { configure } from './configure'

const app = express()
app.use(session({ secret: 's', proxy: true, cookie: { secure: true } })) // trusts the proxy by itself
app.use(session({ secret: 's', cookie: { secure: 'auto' } })) // as the connection is
app.listen(3000)

const elsewhere = express()
elsewhere.use(session({ secret: 's', cookie: { secure: true } })) // where it listens is not to be seen
export { elsewhere }

const handed = express()
configure(handed) // it may trust a proxy
handed.use(session({ secret: 's', cookie: { secure: true } }))
handed.listen(3001)
