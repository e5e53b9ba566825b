export const call = (url: string, options: object) => fetch(url, { ...options })
