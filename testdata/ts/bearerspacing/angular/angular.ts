import { HttpClient, HttpHeaders, HttpInterceptorFn } from '@angular/common/http';

export class UserService {
  constructor(private http: HttpClient) {}
  create(body: unknown) {
    return this.http.post('/api/users', body, { headers: { Authorization: `Bearer  ${localStorage.getItem('access_token')}` } }); // want "2 spaces"
  }
  private headers() {
    return new HttpHeaders().set('Authorization', 'Bearer' + localStorage.getItem('access_token')); // want "no space"
  }
  list() {
    return this.http.get('/api/users', { headers: this.headers() });
  }
}

export const interceptor: HttpInterceptorFn = (req, next) =>
  next(req.clone({ setHeaders: { Authorization: `Bearer:${localStorage.getItem('access_token')}` } })); // want "a colon"
