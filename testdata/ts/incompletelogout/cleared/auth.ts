export function login(data: { accessToken: string; refreshToken: string }) {
  localStorage.setItem('accessToken', data.accessToken)
  localStorage.setItem('refreshToken', data.refreshToken)
  sessionStorage.setItem('token', data.accessToken)
  sessionStorage.setItem('tokenRefresh', data.refreshToken)
}

export function logout() {
  localStorage.removeItem('accessToken') // the line below removes all
  localStorage.clear()
  sessionStorage.removeItem('token') // want "`token` is removed and `tokenRefresh` stays in sessionStorage"
}
