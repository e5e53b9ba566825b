export class Store {
  get(key: string) {
    return key
  }
}
