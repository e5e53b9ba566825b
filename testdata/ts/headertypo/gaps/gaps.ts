import ky from 'ky'
import { call } from './transport'

declare const token: string

export const a = (url: string) => ky.get(url, { header: { Authorization: `Bearer ${token}` } } as any) // gap: the options of ky were not looked up
export const b = () => fetch('/me', { headers: { Authentication: token } }) // gap: without a scheme it may be the API's own header
export const c = () => call('/me', { header: { Authorization: `Bearer ${token}` } }) // gap: the wrapper hands its options on; what stands in them is not looked at
export const d = { allowedHeaders: ['Content-Type', 'Authorisation'] } // gap: the server's list of allowed headers
export const e = (req: any, res: any) => res.json(req.headers.authorisation) // gap: a client may be written to the misspelt name
