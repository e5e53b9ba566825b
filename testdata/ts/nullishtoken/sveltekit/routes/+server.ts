// gap: what the hook of the server puts into locals is not followed
export const GET = ({ locals, fetch }) => fetch('https://api.shop.io/all', { headers: { Authorization: `Bearer ${locals.access}` } })
