import { type CanActivate, type ExecutionContext, ForbiddenException, Injectable } from '@nestjs/common'
import { GqlExecutionContext } from '@nestjs/graphql'
import { JwtService } from '@nestjs/jwt'
import { decodeJwt } from 'jose'
import jwt from 'jsonwebtoken'
import { jwtDecode } from 'jwt-decode'

// a. Guards of NestJS that give the claims to nobody.
@Injectable()
export class RolesGuard implements CanActivate {
  constructor(private readonly jwtService: JwtService) {}
  canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest()
    const token = request.headers['x-token']
    const claims = this.jwtService.decode(token) // want "error: `this.jwtService.decode` does not verify the token, yet its claims decide here"
    return claims.roles.includes('admin')
  }
}

@Injectable()
export class AdminGuard implements CanActivate {
  canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest()
    const claims = jwt.decode(request.cookies.token) as { role: string } // want "`jwt.decode` does not verify the token, yet its claims decide"
    if (claims.role !== 'admin') throw new ForbiddenException()
    return true
  }
}

@Injectable()
export class OwnerGuard implements CanActivate {
  canActivate(context: ExecutionContext) {
    const { role } = decodeJwt(context.switchToHttp().getRequest().cookies.token) // want "`decodeJwt` does not verify the token, yet its claims decide"
    if (role !== 'owner') return false
    return true
  }
}

@Injectable()
export class SwitchGuard implements CanActivate {
  canActivate(context: ExecutionContext) {
    const { req } = GqlExecutionContext.create(context).getContext()
    const { role } = jwtDecode<{ role: string }>(req.cookies.token) // want "`jwtDecode` does not verify the token, yet its claims decide"
    switch (role) {
      case 'admin':
        return true
    }
    throw new ForbiddenException()
  }
}

@Injectable()
export class GraphGuard implements CanActivate {
  canActivate(context: ExecutionContext) {
    const request = GqlExecutionContext.create(context).getContext().req
    request.user = decodeJwt(request.cookies.token) // want "`decodeJwt` does not verify the token, yet `request.user` takes its claims"
    return true
  }
}

// A middleware and a handler of Express, a middleware of Koa.
export function adminsOnly(req, res, next) {
  const claims = jwt.decode(req.cookies.token) as { role: string } // want "yet its claims decide"
  if (claims.role !== 'admin') return res.status(403).json({ error: 'admins only' })
  next()
}

export async function list(req, res) {
  const role = jwtDecode<{ role: string }>(req.get('x-token')).role // want "yet its claims decide"
  if (!['admin', 'owner'].includes(role)) res.sendStatus(403)
  else res.json(await users())
}

export async function koaAdmins(ctx, next) {
  if (!isAdmin(decodeJwt(ctx.cookies.get('token')))) ctx.throw(403) // want "yet its claims decide"
  await next()
}

declare function users(): Promise<unknown>
declare function isAdmin(claims: unknown): boolean
