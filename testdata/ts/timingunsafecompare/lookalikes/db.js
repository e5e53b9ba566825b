export const db = { keys: { findOne: async ({ key }) => ({ key, password: '' }) } }
