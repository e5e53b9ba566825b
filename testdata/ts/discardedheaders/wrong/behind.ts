import { HttpHeaders } from '@angular/common/http'

export function behind(names: string[], headers: HttpHeaders, token: string | null) {
  names.forEach((n) => headers.append(n, 'x')) // want "`headers.append` leaves `headers` as it is"
  token && headers.set('Authorization', token) // want "`headers.set` leaves"
  token ? headers.set('Authorization', token) : undefined // want "`headers.set` leaves"
  token || (headers.delete('Authorization')) // want "`headers.delete` leaves"
  return headers
}
