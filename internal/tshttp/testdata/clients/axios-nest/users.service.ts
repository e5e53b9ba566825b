import { HttpService } from '@nestjs/axios'
import { HttpService as Own } from './http.service'
import { Injectable } from '@nestjs/common'

@Injectable()
export class Users {
  constructor(private readonly http: HttpService, private readonly own: Own) {} // client axios

  login(body: object) {
    this.own.post('/login', body) // silent: an own class
    this.http.axiosRef.get('https://api.example.com/me') // sends axios GET https://api.example.com/me
    return this.http.post('https://api.example.com/login', body, { headers: { Authorization: 'Basic ' + btoa('a:b') } }) // sends axios POST https://api.example.com/login authorized | header axios
  }
}
