const KEYS = ['accessToken', 'refreshToken']

export function login(data: { accessToken: string; refreshToken: string }) {
  localStorage.setItem('accessToken', data.accessToken)
  localStorage.setItem('refreshToken', data.refreshToken)
}

export function logout() {
  localStorage.removeItem('accessToken') // the loop removes all of the list
  KEYS.forEach((key) => localStorage.removeItem(key))
}
