import ky from 'ky'

export const api = ky.create({
  prefixUrl: 'https://api.example.com',
  hooks: {
    beforeRequest: [
      (request) => {
        request.headers.set('Authorization', `Bearer ${localStorage.getItem('token')}`) // with its scheme
      },
    ],
  },
})

const raw = ky.create({ prefixUrl: 'https://api.example.com' })
export const me = (accessToken: string) => raw.get('me', { headers: { Authorization: accessToken } }) // want "error: `accessToken` is sent without a scheme"
