import CryptoJS from 'crypto-js'
import AES from 'crypto-js/aes'
import { AES as Named, TripleDES } from 'crypto-js'
import sjcl from 'sjcl'
import SimpleCrypto from 'simple-crypto-js'
import { SECRET, encrypt, environment } from './config'

export function literal(token: string) {
  localStorage.setItem('token', CryptoJS.AES.encrypt(token, 'my-secret').toString()) // want "warning: `token` is encrypted with a key that is written in the source, so whoever reads localStorage decrypts it"
}

export function vite(accessToken: string) {
  const text = AES.encrypt(JSON.stringify(accessToken), import.meta.env.VITE_KEY).toString() // want "`accessToken` is encrypted with a key that the bundler puts into the page \\(`VITE_KEY`\\)"
  sessionStorage.setItem('a', text)
}

export function react(token: string) {
  localStorage.setItem('jwt', Named.encrypt(token, process.env.REACT_APP_SECRET || 'fallback').toString()) // want "`jwt` is encrypted with a key that"
}

export function imported(token: string) {
  localStorage.setItem('authToken', TripleDES.encrypt(token, SECRET).toString()) // want "is written in the source"
}

export function configured(token: string) {
  localStorage.setItem('idToken', CryptoJS.AES.encrypt(token, environment.key) + '') // want:strict "`idToken` lies in localStorage"
  // gap: a sum is a text, and how its parts were made is not followed
}

export function beside(token: string) {
  localStorage.setItem('adminToken', CryptoJS.AES.encrypt(token, localStorage.getItem('key')).toString()) // want "a key that is kept beside it, in localStorage"
}

export function throughHelper(token: string) {
  localStorage.setItem('refreshToken', encrypt(token))
}

export function others(token: string) {
  localStorage.setItem('userToken', sjcl.encrypt('password', token)) // want "is written in the source"
  localStorage.setItem('ownToken', new SimpleCrypto(import.meta.env.VITE_KEY).encrypt(token)) // want "the bundler puts into the page"
}

export function nuxt(token: string) {
  localStorage.setItem('nuxtToken', CryptoJS.AES.encrypt(token, process.env.NUXT_PUBLIC_KEY).toString()) // want "the bundler puts into the page \\(`NUXT_PUBLIC_KEY`\\)"
}

export function throughHelperAgain(token: string) {
  localStorage.setItem('secondToken', encrypt(token)) // the same key, said once
}
