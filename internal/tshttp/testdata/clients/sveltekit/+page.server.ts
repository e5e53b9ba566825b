export const load = async ({ fetch, cookies }) => {
  return fetch('/api/me', { headers: { Authorization: `Bearer ${cookies.get('token') ?? ''}` } }) // sends fetch GET /api/me authorized | header fetch
}

export const actions = {
  default: async ({ fetch, request }) => fetch('/api/login', { method: 'POST' }), // sends fetch POST /api/login
  other: async (event) => event.fetch('/api/logout', { method: 'POST' }), // sends fetch POST /api/logout
}

export const helper = ({ fetch }) => fetch('/api/x') // silent: SvelteKit does not call it
