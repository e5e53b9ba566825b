export const KEYS = { admin: 'adminToken' }

export class Store {
  constructor(private prefix: string) {}
  set(key: string, value: string) { localStorage.setItem(this.prefix + key, value) }
  get(key: string) { return localStorage.getItem(this.prefix + key) }
}
