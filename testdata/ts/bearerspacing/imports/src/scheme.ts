export const SCHEME = 'Bearer';
export const PREFIX = 'Bearer ';
export default { auth: { scheme: 'Bearer:' } };
export const header = (token: string) => `Bearer  ${token}`; // want "2 spaces between `Bearer` and `token`"
export const good = (token: string) => `Bearer ${token}`;
