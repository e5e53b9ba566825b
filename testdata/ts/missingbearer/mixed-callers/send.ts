// One caller passes the scheme and another does not: they cannot both be right.
const send = (value: string) => fetch('/me', { headers: { Authorization: value } });
export const right = (token: string) => send(`Bearer ${token}`); // Good: with its scheme
export const wrong = (token: string) => send(token); // want "error: `token` is sent without a scheme"
