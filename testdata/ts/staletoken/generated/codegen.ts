import { OpenAPI } from './generated'
import { ApiClient } from './generated/client'
import { Configuration, UsersApi } from './openapi'

OpenAPI.TOKEN = localStorage.getItem('token') ?? undefined // want "`OpenAPI` sends that value whoever logs in or out later"
OpenAPI.HEADERS = { 'X-Session': localStorage.getItem('session') ?? '' } // another header

// Good: a function is asked at each request.
export const own = new ApiClient({ BASE: '/api', TOKEN: async () => localStorage.getItem('token') ?? '' })

export const third = new ApiClient({ BASE: '/api', TOKEN: localStorage.getItem('access') ?? undefined }) // want "read once, when the module is loaded"

export const users = new UsersApi(new Configuration({ accessToken: localStorage.getItem('access_token') ?? '' })) // want "read once, when the module is loaded"
export const right = new UsersApi(new Configuration({ accessToken: () => localStorage.getItem('access_token') ?? '' }))
