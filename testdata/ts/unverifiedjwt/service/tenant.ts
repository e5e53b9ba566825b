import { type CanActivate, type ExecutionContext } from '@nestjs/common'
import { JwtService } from '@nestjs/jwt'

// The other guard has verified the token.
export class TenantGuard implements CanActivate {
  constructor(private readonly jwtService: JwtService) {}
  canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest()
    request.user = this.jwtService.decode(request.cookies.token)
    return true
  }
}
