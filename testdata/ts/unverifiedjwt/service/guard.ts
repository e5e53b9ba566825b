import { type CanActivate, type ExecutionContext, UnauthorizedException } from '@nestjs/common'
import { JwtService } from '@nestjs/jwt'

// The service verifies.
export class AuthGuard implements CanActivate {
  constructor(private readonly jwtService: JwtService) {}
  async canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest()
    try {
      request.user = await this.jwtService.verifyAsync(request.cookies.token)
    } catch {
      throw new UnauthorizedException()
    }
    return true
  }
}
