import { ApiClient, OpenAPI as Missing } from '@/generated'
import * as generated from '@/generated'
import { OpenAPI } from './client'

OpenAPI.TOKEN = async () => localStorage.getItem('token') ?? '' // header openapi-typescript-codegen
OpenAPI.HEADERS = { Authorization: 'Bearer x' } // header openapi-typescript-codegen
Missing.TOKEN = localStorage.getItem('token') ?? undefined // header openapi-typescript-codegen
generated.OpenAPI.TOKEN = 'x' // header openapi-typescript-codegen
export const own = new ApiClient({ BASE: '/api', TOKEN: async () => 'x' }) // header openapi-typescript-codegen | client openapi-typescript-codegen
