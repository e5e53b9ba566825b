const axios = require('axios')
const { post } = require('axios')

axios.get('/me') // sends axios GET /me authorized
axios({ url: '/me' }) // sends axios GET /me authorized
post('/login') // sends axios POST /login authorized
axios.defaults.headers.common.Authorization = `Bearer ${process.env.TOKEN}` // header axios
axios.interceptors.request.use((config) => {
  config.headers.Authorization = 'Bearer ' + process.env.TOKEN // header axios
  return config
})

module.exports = { api: axios.create({ baseURL: 'https://required.example.com' }) } // client axios https://required.example.com
