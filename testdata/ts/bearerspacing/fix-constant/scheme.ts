export const SCHEME = 'Bearer';
