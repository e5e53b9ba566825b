import jwt from 'jsonwebtoken'
import { claims } from './claims'

export const issue = (key: string) => jwt.sign(claims, key) // gap: the claims are in another file
