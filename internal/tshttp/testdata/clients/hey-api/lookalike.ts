import { createClient } from 'redis'
import { client } from './own'

const cache = createClient({ url: 'redis://cache' })
cache.get('a')
client.get({ url: '/users' })
