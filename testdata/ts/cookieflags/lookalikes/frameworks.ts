import cookieSession from 'cookie-session'
import express from 'express'
import { getIronSession } from 'iron-session'
import jwt from 'jsonwebtoken'

const app = express()
app.use(cookieSession({ keys: ['k'], secure: true, sameSite: 'none' })) // HttpOnly is its default
export const session = (req, res) => getIronSession(req, res, { cookieName: 'sid', password: key }) // sets all three
const shared = { httpOnly: true, secure: true, sameSite: 'none' } as const
export const login = (req, res) => res.cookie('token', jwt.sign({}, key), shared) // from a shared object
declare const key: string
