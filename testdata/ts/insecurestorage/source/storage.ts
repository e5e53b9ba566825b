import CryptoJS from 'crypto-js'

export class Storage {
  private readonly secret = process.env.NEXT_PUBLIC_STORAGE_KEY ?? 'dev'

  set(key: string, value: string) {
    localStorage.setItem(key, this.encrypt(value))
  }

  private encrypt(value: string) {
    return CryptoJS.AES.encrypt(value, this.secret).toString() // want "`token` is encrypted with a key that"
  }
}
