export const me = (token: string) => fetch('http://staging.shop-online.com/me', { headers: { Authorization: `Bearer ${token}` } }) // for developers
