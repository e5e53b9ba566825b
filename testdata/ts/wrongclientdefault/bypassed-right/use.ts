export function use(client: unknown) {
  return client
}
