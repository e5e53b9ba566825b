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
// gap: what the clients that it is given are made with is not followed
const both = got.extend(api, { retry: 1 }) // client got
both.get('x') // sends got GET x
