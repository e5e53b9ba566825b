import CryptoJS from 'crypto-js'

export const SECRET = 'c0nf1g'
export const environment = { key: 'k3y' }

export const encrypt = (text: string) => CryptoJS.AES.encrypt(text, SECRET).toString() // want "`refreshToken` is encrypted with a key that is written in the source"
