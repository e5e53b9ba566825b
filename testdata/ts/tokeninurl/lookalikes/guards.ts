import { ExtractJwt, Strategy } from 'passport-jwt'

// A route reads the link of a mail, whatever else it reads.
export const verify = (c: any) => c.json(check(c.req.query('token'), c.req.header('Authorization')))
// The query alone, before the routes of downloads.
export const download = async (c: any, next: any) => (check(c.req.query('token')) ? next() : c.text('', 401))
// Paging, and a query of a database.
export const list = async (c: any, next: any) => next(c.req.query('pageToken'), c.req.header('Authorization'))
export const find = (db: any, req: any, next: any) => next(db.query('token'), req.headers.authorization)
// What is sent on is no request that came in.
export const hand = (req: any, res: any, next: any) => next(call({ query: { token: 1 } }.query.token), req.headers.authorization)
// Another key of the query, and the header beside it.
export const paged = (req: any, res: any, next: any) => {
  const { page, nextPageToken } = req.query
  next(page, nextPageToken, req.headers.authorization)
}
// A strategy for links that takes nothing else.
export const link = new Strategy({ jwtFromRequest: ExtractJwt.fromUrlQueryParameter('token'), secretOrKey: key }, done)
export const links = new Strategy({ jwtFromRequest: ExtractJwt.fromExtractors([ExtractJwt.fromUrlQueryParameter('token'), ExtractJwt.fromBodyField('token')]), secretOrKey: key }, done)
declare const check: any, key: string, done: any, call: any
