export const claims = { sub: 'a', exp: Date.now() + 3600 }
