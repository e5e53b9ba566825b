const got = require('got')
const other = require('./got')

got.post('https://api.example.com/login') // sends got POST https://api.example.com/login
other.post('/login') // silent: an own module
async function later() {
  const { default: got } = await import('got')
  return got.get('https://api.example.com/me') // sends got GET https://api.example.com/me
}
module.exports = later
