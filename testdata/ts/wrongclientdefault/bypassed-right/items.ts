import { used } from './clients'

export const items = () => used.get('/items')
