export { createClient } from './client.gen'
export { createConfig } from './utils.gen'
