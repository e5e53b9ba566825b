import cookieSession from 'cookie-session'
import express from 'express'
import { Controller, Post, Res } from '@nestjs/common'
import jwt from 'jsonwebtoken'
import { NextResponse } from 'next/server'

const app = express()
app.use(cookieSession({ keys: ['k'], httpOnly: false, secure: true })) // want "the cookie `session` holds a session or token and is not HttpOnly"
app.use(cookieSession({ name: 'own', keys: ['k'], sameSite: 'none' })) // want "the cookie `own` says SameSite=None without Secure"

export async function POST() {
  const response = NextResponse.json({})
  response.cookies.set('token', jwt.sign({}, key), { secure: true }) // want "is not HttpOnly"
  response.cookies.set({ name: 'refresh', value: jwt.sign({}, key), httpOnly: true, sameSite: 'none' }) // want "the cookie `refresh` says SameSite=None without Secure"
  return response
}

@Controller()
export class Auth {
  @Post()
  login(@Res({ passthrough: true }) response) {
    response.cookie('id_jwt', jwt.sign({}, key)) // want "the cookie `id_jwt` holds a session or token and is not HttpOnly"
  }
}
declare const key: string
