import { createClient as packaged } from '@hey-api/client-fetch'
import { client as missing } from '@/api/generated/client.gen'
import { createClient } from './client'
import { client } from './client.gen'
import { login } from './sdk.gen'

client.setConfig({ auth: () => localStorage.getItem('token') ?? '' }) // header hey-api
client.get({ url: '/users' }) // sends hey-api GET https://api.example.com/users authorized
client.request({ method: 'PUT', url: '/users' }) // sends hey-api PUT https://api.example.com/users authorized

const other = createClient({ baseUrl: '/other', credentials: 'include' }) // client hey-api /other credentials
other.post({ url: '/login', headers: { Authorization: 'Bearer x' } }) // sends hey-api POST /other/login credentials authorized | header hey-api

const old = packaged({ baseUrl: '/old' }) // client hey-api /old credentials
old.setConfig({ credentials: 'include' })
old.get({ url: '/users' }) // sends hey-api GET /old/users credentials

missing.setConfig({ headers: { Authorization: 'Bearer x' } }) // header hey-api
missing.get({ url: '/users' }) // sends hey-api GET /users authorized

login({ body: {} }) // sends hey-api POST https://api.example.com/login authorized

missing.instance.get('/users') // sends hey-api GET /users authorized
