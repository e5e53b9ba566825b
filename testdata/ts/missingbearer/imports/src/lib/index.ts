export { default as token, bearer, prefixed, getFromJar } from './token';
