import axios from 'axios'

declare function mask(token: string): string

export async function login(user: object, token: string, captchaToken: string, csrfToken: string) {
  await axios.post('/api/login', user)
  console.log('token', !!token) // whether it is there
  console.log('token', token ? 'present' : 'missing') // the same
  console.log(token.length) // its size
  console.log(token.slice(0, 6) + '…') // its beginning
  console.log(token?.substring(0, 4)) // the same
  console.log(mask(token)) // masked
  console.log('token expired') // no token
  console.log(captchaToken, csrfToken) // no session
  console.log('captcha callback', token) // of a captcha, as the text says
  const source = axios.CancelToken.source()
  console.log(source.token.reason) // cancels a request
  console.log(typeof token) // its type
  console.log(token === null) // a comparison
  console.log(token.split('.').length) // a number
}

interface UrlToken { isStatic(): boolean }
export const parsed = (token: UrlToken) => { console.log(token) } // of a parser, as its type says
export const used = (token: any) => { if (token.isStatic()) console.log({ token }) } // of a parser, as its methods say

declare const sha256: (s: string) => string
export async function hashed(token: string, deviceToken: string, nextPageToken: string, tokenCount: number, designTokens: object) {
  await axios.get('/me')
  console.log(sha256(token)) // a hash of it
  console.log(nextPageToken, deviceToken, tokenCount) // of paging, of a device, a number
  console.log(designTokens) // of a design
}
