// An application that may be served below a path of its host: what is a path in
// one case is one in the other, so no request crosses origins.
const base = document.querySelector('base[href]')
const basePath = base ? new URL(base.getAttribute('href')!).pathname.replace(/\/+$/, '') : ''

export function apiUrl(path: string) {
  if (!basePath) return path
  if (path.startsWith('https://')) return path
  return basePath + path
}

export const login = (user: string, password: string) =>
  fetch(apiUrl('/api/auth/login'), { method: 'POST', body: JSON.stringify({ user, password }) }) // the page's own origin
export const logout = () => fetch(apiUrl('/api/auth/logout'), { method: 'POST' }) // and here
export const upload = (body: FormData) => fetch(apiUrl('/api/logo'), { method: 'POST', body, credentials: 'include' }) // says more than it needs
