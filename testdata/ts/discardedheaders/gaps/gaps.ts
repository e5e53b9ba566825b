import { HttpHeaders } from '@angular/common/http'

export function all(names: string[], headers: HttpHeaders, maybe: HttpHeaders | Headers) {
  names.forEach((n) => headers.append(n, 'x')) // gap: forEach throws away what the function returns
  maybe?.append('Authorization', 'x') // gap: one of several types
}
