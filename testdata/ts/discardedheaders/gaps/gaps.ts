import { HttpHeaders } from '@angular/common/http'

export function all(maybe: HttpHeaders | Headers) {
  maybe?.append('Authorization', 'x') // gap: one of several types
}
