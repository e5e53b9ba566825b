const ACCESS = 'adminToken'
const REFRESH = 'adminRefreshToken'

export const tokens = {
  save(access: string, refresh: string) {
    sessionStorage.setItem(ACCESS, access)
    sessionStorage.setItem(REFRESH, refresh)
  },
  clear() {
    sessionStorage.removeItem(ACCESS) // want "`adminToken` is removed and `adminRefreshToken` stays in sessionStorage"
  },
}
