import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common'
import { JwtService } from '@nestjs/jwt'
import { decodeJwt } from 'jose'

// a. A guard and a middleware of NestJS.
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(private readonly jwtService: JwtService) {}
  canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest()
    request.user = this.jwtService.decode(request.cookies.token) // want "error: `this.jwtService.decode` does not verify the token, yet `request.user` takes its claims"
    return true
  }
}

@Injectable()
export class CookieGuard implements CanActivate {
  canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest()
    request.user = decodeJwt(request.cookies.token) // want "`decodeJwt` does not verify the token, yet `request.user`"
    return !!request.user
  }
}

@Injectable()
export class AuthMiddleware {
  constructor(private readonly jwtService: JwtService) {}
  use(req, res, next) {
    req.user = this.jwtService.decode(req.cookies.token) // want "yet `req.user` takes its claims"
    next()
  }
}
