export const a = (accessToken: string) => {
  const url = new URL('https://x.example/me')
  url.searchParams.set('access_token', accessToken) // gap: URLs that are put together by calls
  return fetch(url)
}
export const b = (jwt: string) => fetch(`/session/${jwt}`) // gap: in the path
