const KEY = 'token'

export function saveToken(token: string) {
  localStorage.setItem(KEY, JSON.stringify(token))
}

export function getToken() {
  return localStorage.getItem(KEY)
}
