import { keep, save } from './prefixed'

export function login(token: string) {
  save('token', token)
  keep('jwt', token)
}
