export { default as config, SCHEME as scheme } from './scheme';
export * from '~/scheme';
