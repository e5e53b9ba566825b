import { XMLHttpRequest as Own } from './own'

export function login(token: string) {
  const xhr = new XMLHttpRequest() // client XMLHttpRequest credentials
  xhr.open('POST', 'https://api.example.com/login')
  xhr.withCredentials = true
  xhr.setRequestHeader('Authorization', `Bearer ${token}`) // header XMLHttpRequest
  xhr.send(null) // sends XMLHttpRequest POST https://api.example.com/login credentials authorized
}

export class Loader {
  private request = new window.XMLHttpRequest() // client XMLHttpRequest
  load() {
    this.request.open('GET', '/me')
    this.request.send() // sends XMLHttpRequest GET /me
  }
}

const own = new Own()
own.open('GET', '/login')
own.send() // silent: an own class
