export const a = (token: string) => fetch('http://api.shop-online.com/me', { headers: { Authorization: `Bearer ${token}` } }) // want "over http"
