import { client } from '@/api/client.gen'
import { OpenAPI } from './generated'

OpenAPI.TOKEN = async () => localStorage.getItem('token') ?? '' // Good: generated code puts Bearer before it
client.setConfig({ auth: () => localStorage.getItem('token') ?? '' }) // Good: as the operations say
OpenAPI.HEADERS = async () => ({ Authorization: localStorage.getItem('token') ?? '' }) // want "is sent without a scheme"
client.setConfig({ headers: { Authorization: localStorage.getItem('token') } }) // want "is sent without a scheme"
