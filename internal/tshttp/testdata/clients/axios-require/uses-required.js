const { api } = require('./required')
api.post('/login') // sends axios POST https://required.example.com/login
