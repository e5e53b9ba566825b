import { Injectable } from '@angular/core'
import { HttpClient, HttpHeaders } from '@angular/common/http'

// f: at the top of a file
const httpOptions = {
  headers: new HttpHeaders({ Authorization: 'Bearer ' + localStorage.getItem('f1') }), // want "`httpOptions` sends"
}

@Injectable({ providedIn: 'root' })
export class PostService {
  // f: in a field of a service
  private options = { headers: new HttpHeaders({ Authorization: 'Bearer ' + localStorage.getItem('f2') }) } // want "is read once, when the service is made; `options` sends"

  constructor(private http: HttpClient) {}

  list() {
    return this.http.get('/posts', httpOptions)
  }

  add(post: object) {
    return this.http.post('/posts', post, this.options)
  }
}
