import CryptoJS from 'crypto-js'

test('stores', () => {
  localStorage.setItem('token', CryptoJS.AES.encrypt('x', 'key').toString()) // a test
})
