export const createAlova = (_options: object) => ({ Post: (url: string) => url })
