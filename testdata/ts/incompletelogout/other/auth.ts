export function login(data: { accessToken: string; refreshToken: string }) {
  localStorage.setItem('accessToken', data.accessToken)
  localStorage.setItem('refreshToken', data.refreshToken)
}

export function expired() {
  localStorage.removeItem('accessToken') // the other way out removes both
}

export function logout() {
  localStorage.removeItem('accessToken')
  localStorage.removeItem('refreshToken')
}
