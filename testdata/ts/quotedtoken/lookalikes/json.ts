export function write(key: string, value: unknown) {
  localStorage.setItem(key, JSON.stringify(value))
}

export function read(key: string) {
  return JSON.parse(localStorage.getItem(key) ?? 'null')
}
