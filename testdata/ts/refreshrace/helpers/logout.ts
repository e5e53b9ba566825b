export function logout() {
  location.assign('/login')
}
