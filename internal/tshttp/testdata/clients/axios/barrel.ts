export { default as again } from 'axios'
export * from './file'
