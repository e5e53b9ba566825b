import { HttpHeaders } from '@angular/common/http'

export function headersFor(token: string) {
  const headers = new HttpHeaders()
  headers.set('Authorization', `Bearer ${token}`) // want "thrown away"
  headers.set('Accept', 'text/html') // want "thrown away"
  ;['A', 'B'].forEach((name) => headers.append(name, '1')) // want "thrown away"
  return headers
}

export class Base {
  headers = new HttpHeaders()
  login(token: string) {
    this.headers.append('Authorization', token) // want "thrown away"
  }
}
