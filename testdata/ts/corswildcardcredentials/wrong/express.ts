import cors from 'cors'
import express from 'express'

const app = express()

// a. The literal star.
app.use(cors({ origin: '*', credentials: true })) // want "error: credentials are allowed with `\\*` as the origin, which browsers refuse"
app.use(cors({ credentials: true })) // want "error: credentials are allowed with the default origin `\\*`"
const options = {
  origin: '*', // want "browsers refuse"
  credentials: true,
}
app.use(cors(options))
app.options('*', cors({ ...options, maxAge: 600 })) // want "browsers refuse"

// b. Whoever asks is let in.
app.use(cors({ origin: true, credentials: true })) // want "error: any origin is let in together with credentials"
app.use(cors({ credentials: true, origin: (origin, callback) => callback(null, true) })) // want "any origin is let in"
app.use(cors({ credentials: true, origin: (origin, cb) => { cb(null, origin) } })) // want "any origin is let in"
app.use(cors({ credentials: true, origin: /.*/ })) // want "any origin is let in"
app.use(cors({ credentials: true, origin: [/.*/, 'https://app.example.com'] })) // want "any origin is let in"
app.use(
  cors({
    credentials: true,
    origin(origin, callback) { // want "any origin is let in"
      if (allowed.includes(origin)) {
        callback(null, true)
      } else {
        console.warn('unknown origin', origin)
        callback(null, true)
      }
    },
  }),
)

declare const allowed: (string | undefined)[]

// Options that a callback always gives, and a pattern that is made.
app.use(cors((req, callback) => callback(null, { origin: true, credentials: true }))) // want "any origin is let in together with credentials"
app.use(cors({ origin: new RegExp('.*'), credentials: true })) // want "any origin is let in together with credentials"
