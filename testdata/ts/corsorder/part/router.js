import cors from 'cors'
import express from 'express'
import passport from 'passport'

// no other layer answers: the router's comes too late
const router = express.Router()
router.use(passport.authenticate('jwt', { session: false }))
router.use(cors({ origin: 'https://app.example.com' })) // want "runs after `passport\\.authenticate"
export default router
