export const handleError = (error: unknown) => {
  Promise.reject(error) // want "error: this rejection is not returned"
}
export function report(error: unknown) {
  console.error(error)
  return error
}
