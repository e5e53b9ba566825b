import { type CallHandler, type CanActivate, type ExecutionContext, ForbiddenException, HttpException, HttpStatus, Injectable, type NestInterceptor, type NestMiddleware, UnauthorizedException } from '@nestjs/common'

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

// Interceptors run the handler by next.handle.
@Injectable()
export class AnsweringInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler) {
    const res = context.switchToHttp().getResponse()
    if (!res.req.user) res.status(401).json({ error: 'log in' }) // want "`res.status\\(401\\).json` refuses the request, then `next.handle` lets it in"
    return next.handle()
  }
}

@Injectable()
export class MakingInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler) {
    const request = context.switchToHttp().getRequest()
    if (!request.user) new UnauthorizedException() // want "the error of `new UnauthorizedException` is not thrown, so `next.handle` lets the request in"
    return next.handle().pipe(log())
  }
}

// Handlers of a controller.
export class Orders {
  async remove(req, res) {
    if (!req.user) res.status(401).json({ error: 'log in' }) // want "`res.status\\(401\\).json` refuses the request, but the function goes on with `res.json`"
    await this.orders.remove(req.params.id)
    res.json({ ok: true })
  }
  async list(req) {
    if (!req.user) new HttpException('log in', HttpStatus.UNAUTHORIZED) // want "the error of `new HttpException` is not thrown, so the function goes on with `this.orders.all`"
    return this.orders.all()
  }
}
