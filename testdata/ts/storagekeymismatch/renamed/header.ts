import { readKey } from './index'

export const header = () => readKey('access_token') // admin.ts writes it, through another name of the wrapper
export const other = () => localStorage.getItem('accessToken') // so does login.ts
export const wrong = () => readKey('access-token') // several keys could be meant
