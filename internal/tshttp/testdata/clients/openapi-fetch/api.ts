import createClient, { type Middleware } from 'openapi-fetch'

const client = createClient<any>({ baseUrl: 'https://api.example.com' }) // client openapi-fetch https://api.example.com

const auth: Middleware = {
  async onRequest({ request }) {
    request.headers.set('Authorization', `Bearer ${localStorage.getItem('token') ?? ''}`) // header openapi-fetch
    return request
  },
}
client.use(auth)

client.GET('/me') // sends openapi-fetch GET https://api.example.com/me authorized
client.POST('/login', { body: {} }) // sends openapi-fetch POST https://api.example.com/login authorized

const plain = createClient<any>({ baseUrl: '/api', credentials: 'include' }) // client openapi-fetch /api credentials
plain.PUT('/me', { headers: { Authorization: `Bearer ${sessionStorage.token ?? ''}` } }) // sends openapi-fetch PUT /api/me credentials authorized | header openapi-fetch
plain.use(other)
declare const other: any
