const ky = { create: (_options: object) => ({ get: (url: string) => url }) }
export const api = ky.create({ prefixUrl: 'https://own.example.com' })
