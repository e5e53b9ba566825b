export const fetch = (path: string) => path
