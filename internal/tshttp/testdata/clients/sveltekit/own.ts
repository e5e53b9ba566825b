// No route: who calls it is not known.
export const load = ({ fetch }) => fetch('/api/me', { headers: { Accept: 'Bearer ' } }) // silent: not a file that SvelteKit calls
