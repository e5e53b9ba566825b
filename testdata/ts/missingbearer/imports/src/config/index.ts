export * from './keys';
export { default as keys } from './keys';
export { TOKEN_KEY as STORAGE_KEY } from './keys';
