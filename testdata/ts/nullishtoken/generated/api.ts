import { client } from '@/api/client.gen'
import { OpenAPI } from './generated'

// Good: without a token generated code sends no header.
OpenAPI.TOKEN = async () => localStorage.getItem('token') as string
OpenAPI.HEADERS = async () => ({ Authorization: `Bearer ${localStorage.getItem('token')}` }) // want "is null when nobody is logged in"
client.setConfig({ auth: () => localStorage.getItem('token') as string })
