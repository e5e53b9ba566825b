import SecureLS from 'secure-ls'

const plain = new SecureLS() // base64 claims nothing

export const keep = (token: string) => plain.set('draft', token.length)
