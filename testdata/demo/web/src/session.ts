/** What the server answers to a login and to a refresh. The refresh token is in a cookie. */
export interface Session {
  accessToken: string
  /** Seconds from now. */
  expiresIn: number
  name: string
}

const ACCESS_TOKEN = 'larder.accessToken'
const NAME = 'larder.name'

export function accessToken(): string | null {
  return sessionStorage.getItem(ACCESS_TOKEN)
}

export function userName(): string | null {
  return sessionStorage.getItem(NAME)
}

export function setSession(session: Session) {
  sessionStorage.setItem(ACCESS_TOKEN, session.accessToken)
  sessionStorage.setItem(NAME, session.name)
}

export function clearSession() {
  sessionStorage.removeItem(ACCESS_TOKEN)
  sessionStorage.removeItem(NAME)
}
