export function check(key) {
  return key === process.env.API_KEY // gap: see the caller
}
