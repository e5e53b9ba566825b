export function handle(error: any) {
  console.log(error.response.data.message) // want "warning: `error.response.data` throws"
}
export function handleKnown(error: any) {
  console.log(error.response.data.message) // its caller has tested
}
export const onRejected = (error: any) => {
  if (error.response.status === 401) localStorage.clear() // want "warning: `error.response.status` throws"
  return Promise.reject(error)
}
export function unused(error: any) {
  console.log(error.response.data.message) // no caller was seen
}
