import { Configuration, UsersApi } from '@/generated'

export const users = new UsersApi(new Configuration({ accessToken: () => localStorage.getItem('token') ?? '' })) // header openapi-generator | client openapi-generator
export const answer = { accessToken: 'a' }
