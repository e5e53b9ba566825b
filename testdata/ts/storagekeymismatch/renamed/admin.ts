import { writeKey } from './index'

export const admin = (token: string) => writeKey('access_token', token)
