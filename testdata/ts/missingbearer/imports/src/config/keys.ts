export const HEADER = 'Authorization';
export const TOKEN_KEY = 'access_token';
export const SCHEME = 'Bearer';
export default { prefix: 'Bearer ', storage: { token: 'jwt' } };
