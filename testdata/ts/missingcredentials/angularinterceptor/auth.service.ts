import { HttpClient } from '@angular/common/http';

export class AuthService {
  constructor(private http: HttpClient) {}
  login = (c: object) => this.http.post('https://api.example.com/login', c);
  me = () => this.http.get('https://api.example.com/me', { withCredentials: true });
}
