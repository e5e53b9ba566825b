export const a = (host: string, token: string) => fetch(`http://${host}/me`, { headers: { Authorization: `Bearer ${token}` } }) // gap: the host is not literal
