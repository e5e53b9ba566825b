export { OpenAPI } from './core/OpenAPI'
