import { type CanActivate, type ExecutionContext, ForbiddenException, Injectable, type NestMiddleware, UnauthorizedException } from '@nestjs/common'

@Injectable()
export class AuthGuard implements CanActivate {
  canActivate(context: ExecutionContext) {
    const response = context.switchToHttp().getResponse()
    const request = context.switchToHttp().getRequest()
    if (!request.headers.authorization) {
      return response.status(401).json({ error: 'log in' }) // want "error: `response.status\\(401\\).json` answers, but what the guard returns counts as true, so the handler runs all the same"
    }
    if (request.headers['x-old']) {
      return new UnauthorizedException() // want "error: the guard returns what `new UnauthorizedException` makes, which counts as true, so the handler runs"
    }
    if (!request.user) {
      response.status(401).json({ error: 'log in' }) // want "`response.status\\(401\\).json` refuses the request, then `return true` lets it in"
    }
    if (!request.user.admin) {
      new ForbiddenException() // want "the error of `new ForbiddenException` is not thrown, so `return true` lets the request in"
    }
    return true
  }
}

@Injectable()
export class Users {
  async remove(user: User) {
    if (!user) new UnauthorizedException('log in') // want "the error of `new UnauthorizedException` is not thrown, so the function goes on with `this.repository.remove`"
    await this.repository.remove(user)
  }
}

@Injectable()
export class AuthMiddleware implements NestMiddleware {
  use(req: Request, res: Response, next: () => void) {
    if (!req.headers.authorization) {
      res.status(401).send() // want "`res.status\\(401\\).send` refuses the request, then `next`"
    }
    next()
  }
}
