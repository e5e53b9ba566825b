import { HttpClient } from '@angular/common/http'
import { HttpClient as Own } from './own'
import { Injectable } from '@angular/core'
import { environment } from './environment'

export abstract class Api {
  constructor(protected http: HttpClient) {}
  protected send<T>(path: string, body: object) {
    return this.http.post<T>(`${environment.api}${path}`, body) // sends HttpClient POST https://api.example.com‹path› credentials authorized
  }
}

@Injectable({ providedIn: 'root' })
export class Auth extends Api {
  constructor(http: HttpClient, private own: Own) {
    super(http)
  }
  login(body: object) {
    this.own.post('/login', body) // silent: an own class
    return this.send('/login', body) // sends HttpClient POST https://api.example.com/login credentials authorized
  }
}

@Injectable()
export class Fields {
  #http: HttpClient
  constructor(http: HttpClient) {
    this.#http = http
  }
  login() {
    return this.#http.post('/login', {}) // sends HttpClient POST /login credentials authorized
  }
}
