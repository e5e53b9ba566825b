export const transport = {
  get: (url: string, o: { headers: Record<string, string> }) =>
    fetch(url, { credentials: o.headers.credentials as RequestCredentials }),
}

// Its options object is flat: it is spread into the headers.
export function send(url: string, o: Record<string, string>) {
  return fetch(url, { headers: { ...o } })
}
