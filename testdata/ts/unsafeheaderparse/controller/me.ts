import { Controller, Get, Headers } from '@nestjs/common'

// NestJS takes the header out of the request.
@Controller('me')
export class Me {
  @Get()
  find(@Headers('authorization') header: string) {
    return this.users.of(header.split(' ')[1]) // want "error: `header.split\\(' '\\)` throws a TypeError for a request without the header"
  }

  @Get('name')
  name(@Headers('authorization') header = '') {
    return this.users.of(header.split(' ')[1]) // a default
  }

  @Get('lang')
  lang(@Headers('accept-language') header: string) {
    return header.split(',')[0] // another header
  }

  @Get('asked')
  asked(@Headers('authorization') header: string) {
    if (!header) return null
    return this.users.of(header.split(' ')[1]) // asked before
  }
}
