const request = require('superagent')
const get = (url) => request.get('https://api.example.com' + url) // sends superagent GET https://api.example.com‹url›
get('/me') // sends superagent GET https://api.example.com/me
