import * as Keychain from 'react-native-keychain'
import { SecureStoragePlugin } from 'capacitor-secure-storage-plugin'
import { safeStorage } from 'electron'
import { Stronghold } from '@tauri-apps/plugin-stronghold'
import CryptoJS from 'crypto-js'

// Stores of the platform.
export const keychain = (token: string) => Keychain.setGenericPassword('token', token)
export const capacitor = (token: string) => SecureStoragePlugin.set({ key: 'token', value: token })
export const electron = (token: string) => safeStorage.encryptString(token)
export const tauri = async (vault: Stronghold, token: string) => (await vault.loadClient('app')).getStore().insert('token', [...new TextEncoder().encode(token)])

// A key that the browser keeps and does not hand out.
export async function sealed(key: CryptoKey, token: string) {
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: new Uint8Array(12) }, key, new TextEncoder().encode(token))
  localStorage.setItem('sealed', btoa(String.fromCharCode(...new Uint8Array(data))))
}

// Derived from a password that the user types.
export const derived = (token: string, password: string, salt: string) =>
  localStorage.setItem('token', CryptoJS.AES.encrypt(token, CryptoJS.PBKDF2(password, salt).toString()).toString())

// Base64 claims nothing, and no token is stored as it is.
export const encoded = (token: string) => localStorage.setItem('blob', btoa(token))
