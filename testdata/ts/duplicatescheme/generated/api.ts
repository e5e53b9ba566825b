import { client } from '@/api/client.gen'
import { OpenAPI } from './generated'

OpenAPI.TOKEN = `Bearer ${localStorage.getItem('token')}` // want "Bearer"
client.setConfig({ auth: () => `Bearer ${localStorage.getItem('token')}` }) // an API key that is sent as it is, perhaps
