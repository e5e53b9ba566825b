import ky, { type KyInstance } from 'ky'

const make = (): KyInstance =>
  ky.create({ // client ky https://api.example.com credentials | client ky https://api.example.com credentials
    prefixUrl: 'https://api.example.com',
    credentials: 'include',
    hooks: {
      beforeRequest: [
        (request) => {
          request.headers.set('Authorization', `Bearer ${localStorage.getItem('token')}`) // header ky
        },
      ],
    },
  })
export const api = make()
