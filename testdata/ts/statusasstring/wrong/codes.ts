export const FORBIDDEN = '403'
export const NUMBER = 401
