import ky from 'ky'
import createClient from 'openapi-fetch'
import { extend } from 'umi-request'
import { ofetch } from 'ofetch'

// Other libraries keep the request, or the response, where a hook returns nothing.
export const k = ky.create({ hooks: { beforeRequest: [(r) => { r.headers.set('X-App', '1') }], afterResponse: [(_, __, r) => { console.log(r.status) }] } })
export const o = ofetch.create({ onRequest({ options }) { options.headers.set('X-App', '1') }, onResponseError({ response }) { console.log(response.status) } })

const open = createClient({ baseUrl: '/api' })
open.use({ onRequest({ request }) { request.headers.set('X-App', '1') } })

const umi = extend({ prefix: '/api' })
umi.interceptors.response.use((r: Response) => { console.log(r.status) }) // its own contract
