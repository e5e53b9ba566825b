export { authApi, signIn as logIn } from './authApi';
export * from './authApi';
