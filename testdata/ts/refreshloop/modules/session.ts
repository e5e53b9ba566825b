import { api, chained, whole } from './client'

export const renew = async () => (await api.post('/auth/refresh')).data.token
export const renewChained = async () => (await chained.post('/auth/refresh')).data.token
export const renewWhole = async () => (await whole.post('/auth/refresh')).data.token
