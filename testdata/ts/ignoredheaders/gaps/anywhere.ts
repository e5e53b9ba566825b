export const a = (token: string) => fetch('/x', { mode: 'no-cors', headers: { Authorization: token } }) // gap: nothing says that this runs in a browser, and Node sends it
