import { ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';

@Injectable()
export class CookieGuard extends AuthGuard('jwt') {
  canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest();
    // For the strategy, which refuses what is no token: nothing is sent.
    request.headers.authorization = `Bearer ${request.cookies?.jwt}`;
    return super.canActivate(context);
  }
}
