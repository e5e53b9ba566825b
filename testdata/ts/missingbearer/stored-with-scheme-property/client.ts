import axios from 'axios';

class Session {
  token = '';
  set(jwt: string) {
    this.token = 'Bearer ' + jwt;
  }
}
export const session = new Session();
export const me = (token: string) => axios.get('/api/me', { headers: { Authorization: token } });
