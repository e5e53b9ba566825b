import { CanActivate, ExecutionContext } from '@nestjs/common'
import { createMiddleware } from 'hono/factory'
import { ExtractJwt, Strategy } from 'passport-jwt'

export const hono = createMiddleware(async (c, next) => {
  const token = c.req.query('access_token') ?? c.req.header('Authorization')?.split(' ')[1] // want:strict "`c.req.query\\('access_token'\\)` is taken for a token wherever the header would be"
  c.set('token', token)
  await next()
})

export const destructured = (req: any, res: any, next: any) => {
  const { authorization } = req.headers
  const { access_token, page } = req.query // want:strict "`req.query.access_token` is taken for a token"
  req.token = authorization ?? access_token
  next()
}

export const renamed = (req: any, res: any, next: any) => {
  const { token: given } = req.query // want:strict "`req.query.token` is taken for a token"
  const { jwt = '' } = req.query // want:strict "`req.query.jwt` is taken for a token"
  req.token = given || jwt || req.get('Authorization')
  next()
}

export const byIndex = (req: any, res: any, next: any) => {
  req.token = req.query['token'] || req.headers['authorization'] // want:strict "is taken for a token"
  next()
}

export class Guard implements CanActivate {
  canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest()
    request.token = request.query.token ?? request.headers.authorization // want:strict "`request.query.token` is taken for a token"
    return !!request.token
  }
}

export const koa = async (ctx: any, next: () => Promise<void>) => {
  ctx.state.token = ctx.query.token || ctx.get('Authorization') // want:strict "`ctx.query.token` is taken for a token"
  await next()
}

export class Jwt extends Strategy {
  constructor(secret: string) {
    super({
      jwtFromRequest: ExtractJwt.fromExtractors([
        ExtractJwt.fromAuthHeaderAsBearerToken(),
        ExtractJwt.fromUrlQueryParameter('token'), // want:strict "`ExtractJwt.fromUrlQueryParameter\\(.*` is taken for a token"
      ]),
      secretOrKey: secret,
    })
  }
}
