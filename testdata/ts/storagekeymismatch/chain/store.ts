export function write(key: string, value: string) { localStorage.setItem(key, value) }
