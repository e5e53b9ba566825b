import CryptoJS from 'crypto-js'
import Cookies from 'js-cookie'
import * as SecureStore from 'expo-secure-store'
import axios from 'axios'

export function pin(token: string, code: string) {
  localStorage.setItem('token', CryptoJS.AES.encrypt(token, code).toString()) // a key that the user types
}

export async function fetched(token: string) {
  const { data } = await axios.get('/api/storage-key')
  localStorage.setItem('token', CryptoJS.AES.encrypt(token, data.key).toString()) // a key of the server, for this session
}

export function server(token: string) {
  return { token: CryptoJS.AES.encrypt(token, process.env.SECRET).toString() } // a secret of the server, and not web storage
}

export function unprefixed(token: string) {
  localStorage.setItem('token', CryptoJS.AES.encrypt(token, process.env.STORAGE_SECRET).toString()) // no bundler puts it into the page unasked
}

export function draft(text: string) {
  localStorage.setItem('draft', CryptoJS.AES.encrypt(text, 'key').toString()) // no credential
}

export async function device(token: string) {
  await SecureStore.setItemAsync('token', token) // the store of the platform
}

export function cookie(token: string) {
  Cookies.set('token', CryptoJS.AES.encrypt(token, 'key').toString()) // not web storage
}
