export { get as readKey, put as writeKey } from './storage'
