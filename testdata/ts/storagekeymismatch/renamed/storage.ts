export function get(key: string) { return localStorage.getItem(key) }
export function put(key: string, value: string) { localStorage.setItem(key, value) }
