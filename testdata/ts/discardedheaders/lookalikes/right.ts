import { HttpHeaders, HttpRequest, HttpHandlerFn } from '@angular/common/http'
import { Headers as OldHeaders } from '@angular/http'
import axios from 'axios'

export function right(token: string, req: HttpRequest<unknown>, next: HttpHandlerFn, untyped: any) {
  const h = new Headers()
  h.append('Authorization', token) // the Headers of fetch change in place
  const old = new OldHeaders()
  old.append('Authorization', token) // so do those of the old @angular/http
  const m = new Map()
  m.set('Authorization', token) // a map
  const q = new URLSearchParams()
  q.append('a', 'b') // changes in place
  untyped.set('Authorization', token) // the type does not show
  let headers = new HttpHeaders()
  headers = headers.set('Authorization', token) // assigned
  const chained = new HttpHeaders().set('A', 'a').append('Authorization', token) // assigned
  send(headers.set('A', 'b')) // handed on
  const copy = req.clone({ setHeaders: { Authorization: token } })
  if (token) return next(req.clone({ headers })) // handed on in the same expression
  return [next(copy), chained]
}

export const make = (headers: HttpHeaders) => headers.append('A', 'b') // returned

axios.interceptors.request.use((config) => {
  config.headers.set('Authorization', 'Bearer x') // AxiosHeaders change in place
  return config
})

declare function send(h: HttpHeaders): void

// Somebody takes the value.
export function taken(names: string[], headers: HttpHeaders, token: string | null) {
  const all = names.map((n) => headers.append(n, 'x'))
  const one = token ? headers.set('Authorization', token) : headers
  headers = (token && headers.set('Authorization', token)) || headers
  names.forEach((n) => (headers = headers.append(n, 'x')))
  headers.set('Authorization', 'x') ? all : one // asked, at least
  return [headers, all, one, () => headers.delete('A'), names.reduce((h, n) => h.set(n, 'x'), headers)]
}
