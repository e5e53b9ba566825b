import type { Request } from 'express'

export const tokenOf = (req: Request) => req.headers.authorization?.split(' ')[1]
