import { write } from './store'

export function save(key: string, value: string) { write('app.' + key, value) }
export function keep(key: string, value: string) { write(key, value) }
