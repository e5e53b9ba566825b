import { encryptTransform } from 'redux-persist-transform-encrypt'
import { persistReducer } from 'redux-persist'
import storage from 'redux-persist/lib/storage'

const mix = (text: string, key: string) => [...text].map((c, i) => String.fromCharCode(c.charCodeAt(0) ^ key.charCodeAt(i % key.length))).join('')

export function keep(token: string) {
  localStorage.setItem('blob', mix(token, 'key')) // gap: an XOR of the project's own
}

export async function sealed(token: string) {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode('0123456789abcdef'), 'AES-GCM', false, ['encrypt'])
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: new Uint8Array(12) }, key, new TextEncoder().encode(token))
  localStorage.setItem('sealed', btoa(String.fromCharCode(...new Uint8Array(data)))) // gap: WebCrypto with a key of the source
}

export const auth = persistReducer({ key: 'auth', storage, transforms: [encryptTransform({ secretKey: 'key' })] }, reducer) // gap: a persisted state
