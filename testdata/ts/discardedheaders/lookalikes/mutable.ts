import Vue from 'vue'
import createClient from 'openapi-fetch'

// Headers that change in place.
Vue.http.interceptors.push((request, next) => {
  request.headers.set('Authorization', 'Bearer ' + sessionStorage.getItem('token')) // of vue-resource
  next()
})

const client = createClient({ baseUrl: '/api' })
client.use({
  onRequest({ request }) {
    request.headers.set('Authorization', `Bearer ${sessionStorage.getItem('token') ?? ''}`) // of a Request
    return request
  },
})
