import client from 'ky'
import { api as renamed } from './barrel'
import { api as own } from './own'

declare const token: string
interface User { name: string }

client.get('https://api.example.com/me').json<User>() // sends ky GET https://api.example.com/me
client('/login', { method: 'post', json: {}, credentials: 'include' }) // sends ky POST /login credentials
renamed.post('login', { json: {} }).json<{ token: string }>() // sends ky POST https://api.example.com/login credentials authorized
renamed('me', { headers: { Authorization: `Bearer ${token}` } }) // sends ky GET https://api.example.com/me credentials authorized | header ky

const admin = renamed.extend({ prefixUrl: 'https://admin.example.com' }) // client ky https://admin.example.com credentials
admin.delete('users/1') // sends ky DELETE https://admin.example.com/users/1 credentials authorized
const grown = renamed.extend((options) => ({ prefixUrl: 'https://grown.example.com' })) // client ky https://grown.example.com credentials
grown.get('x') // sends ky GET https://grown.example.com/x credentials authorized

export class Users {
  private readonly http = client.create({ prefixUrl: 'https://class.example.com', headers: { Authorization: `Bearer ${token}` } }) // client ky https://class.example.com | header ky
  async me() {
    const user = await this.http.get('me').json<User>() // sends ky GET https://class.example.com/me authorized
    return user
  }
}
own.get('/login') // silent: an own object
