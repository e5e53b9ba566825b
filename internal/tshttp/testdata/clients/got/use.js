import got from 'got'
import { got as named } from 'got'

const token = process.env.TOKEN
const api = got.extend({ // client got https://api.example.com
  prefixUrl: 'https://api.example.com',
  headers: { authorization: `Bearer ${token}` }, // header got
})
await api('me').json() // sends got GET https://api.example.com/me authorized
await api.post('login', { json: {} }) // sends got POST https://api.example.com/login authorized
await named({ url: 'https://b.example.com/me', method: 'PUT' }) // sends got PUT https://b.example.com/me
await got.get('https://c.example.com/me', { headers: { authorization: 'Bearer ' + token } }) // sends got GET https://c.example.com/me authorized | header got

const hooked = api.extend({ // client got https://api.example.com
  hooks: {
    beforeRequest: [
      (options) => {
        options.headers.authorization = `Bearer ${token}` // header got
      },
    ],
  },
})
hooked.patch('me') // sends got PATCH https://api.example.com/me authorized
// What it is given is laid over, one after another.
const both = got.extend(api, { retry: 1 }) // client got https://api.example.com
both.get("x") // sends got GET https://api.example.com/x authorized
const elsewhere = got.extend({ prefixUrl: 'https://b.example.com' }) // client got https://b.example.com
const three = got.extend(api, elsewhere, { headers: { accept: 'text/html' } }) // client got https://b.example.com
three.get('y') // sends got GET https://b.example.com/y authorized
const merged = elsewhere.extend(hooked, { prefixUrl: 'https://c.example.com' }) // client got https://c.example.com
merged.get('z') // sends got GET https://c.example.com/z authorized
const plain = got.extend(elsewhere, { retry: 2 }) // client got https://b.example.com
plain.get('w') // sends got GET https://b.example.com/w
