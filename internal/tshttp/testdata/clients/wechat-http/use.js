import http, { createHttp } from 'wechat-http'

http({ url: '/login', method: 'POST', header: { Authorization: 'x' } }) // sends wechat-http POST /login authorized | header wechat-http
http.get('/users', { page: 1 }) // sends wechat-http GET /users
http.post('/users', { headers: { Authorization: 'x' } }) // sends wechat-http POST /users | header ?

const own = createHttp({ showLoading: false }) // client wechat-http
own.intercept.request = (options) => {
  options.header.Authorization = 'x' // header wechat-http
  return options
}
own.delete('/users') // sends wechat-http DELETE /users authorized
