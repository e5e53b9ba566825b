import { client } from '@/api/client.gen'
import { OpenAPI } from './generated'

// Good: both are given the new token at each login.
OpenAPI.TOKEN = localStorage.getItem('token') ?? undefined
client.setConfig({ auth: localStorage.getItem('token') ?? '' })
