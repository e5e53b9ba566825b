import axios from 'axios'

export const a = (user: any) => axios.get('/me', { params: { token: user.token } }) // gap: a parameter that is only called token may hold anything
export const b = (add: (u: string) => string) => fetch(add('/me')) // gap: what an unseen function adds
export const c = (req: any, res: any) => res.json(req.query.access_token) // gap: a route that takes the query alone may be the link in a mail
