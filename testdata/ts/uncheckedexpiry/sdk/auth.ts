import { PublicClientApplication } from '@azure/msal-browser'

const msal = new PublicClientApplication({ auth: { clientId: 'shop' } })

// Good: the library looks at the expiry itself, each time that it is asked for a token.
export async function orders() {
  const { accessToken, expiresOn } = await msal.acquireTokenSilent({ scopes: ['orders'] })
  sessionStorage.setItem('shown_until', String(expiresOn))
  return fetch('/orders', { headers: { Authorization: `Bearer ${accessToken}` } })
}
