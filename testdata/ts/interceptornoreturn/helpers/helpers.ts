export const addToken = (c: any) => {
  c.headers.Authorization = 'x'
  return c
}
export const forget = (c: any) => { // want "error: this request interceptor of `api` returns nothing, so"
  c.headers.Authorization = 'x'
}
export async function onError(e: any) { // want "error: this error handler of `api` returns nothing on some path"
  if (e.response?.status === 401) {
    localStorage.clear()
    return
  }
  throw e
}
