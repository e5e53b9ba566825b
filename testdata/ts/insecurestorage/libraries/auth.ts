import SecureLS from 'secure-ls'
import { EncryptStorage } from 'encrypt-storage'
import axios from 'axios'

const aes = new SecureLS({ encodingType: 'aes', encryptionSecret: process.env.VUE_APP_SECRET }) // want "`token` is encrypted with a key that the bundler puts into the page"
const own = new SecureLS({ encodingType: 'rc4' }) // want "`jwt` is encrypted with a key that the library keeps beside the data"
const storage = new EncryptStorage('secret-key-value') // want "`accessToken` is encrypted with a key that is written in the source"
const drafts = new EncryptStorage('secret-key-value') // no credential goes there

export async function login(user: object) {
  const { data } = await axios.post('/api/login', user)
  aes.set('token', data.token)
  own.set('jwt', data.token)
  storage.setItem('accessToken', data.token)
  drafts.setItem('draft', data.draft)
}
