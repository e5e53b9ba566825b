import { Component, Injectable } from '@angular/core'
import { HttpClient, HttpHeaders } from '@angular/common/http'

@Component({ selector: 'app-posts', template: '' })
export class PostsComponent {
  // Made with each component.
  options = { headers: new HttpHeaders({ Authorization: 'Bearer ' + localStorage.getItem('token') }) }
  constructor(private http: HttpClient) {}
  list() {
    return this.http.get('/posts', this.options)
  }
}

@Injectable({ providedIn: 'root' })
export class Changed {
  // Written again at each login.
  private httpOptions = { headers: new HttpHeaders({ Authorization: 'Bearer ' + localStorage.getItem('token') }) }
  constructor(private http: HttpClient) {}
  login(token: string) {
    this.httpOptions.headers = this.httpOptions.headers.set('Authorization', 'Bearer ' + token)
  }
  list() {
    return this.http.get('/posts', this.httpOptions)
  }
}
