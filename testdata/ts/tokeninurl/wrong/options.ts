import got from 'got'
import { ofetch } from 'ofetch'
import { extend } from 'umi-request'
import { createAlova } from 'alova'
import $ from 'jquery'
import { HttpClient, HttpParams } from '@angular/common/http'

const request = extend({ prefix: '/api' })
const alova = createAlova({ baseURL: '/api' } as any)

// What each library makes the query of.
export const a = (accessToken: string) => got('https://x.example/me', { searchParams: { accessToken } }) // want:strict "`accessToken` is sent in the URL"
export const b = (accessToken: string) => ofetch('/me', { query: { accessToken } }) // want:strict "`accessToken` is sent in the URL"
export const c = (accessToken: string) => ofetch('/me', { params: { accessToken } }) // want:strict "`accessToken` is sent in the URL"
export const d = (accessToken: string) => request.get('/me', { params: { accessToken } }) // want:strict "`accessToken` is sent in the URL"
export const e = (accessToken: string) => alova.Get('/me', { params: { accessToken } }) // want:strict "`accessToken` is sent in the URL"
export const f = (accessToken: string) => $.get('/me', { accessToken }) // want:strict "`accessToken` is sent in the URL"
export const g = (accessToken: string) => $.post('/me', { accessToken }) // a form in the body
export const h = (accessToken: string) => fetch('/me', { params: { accessToken } } as any) // no option of fetch
export const i = (http: HttpClient, accessToken: string) => {
  const params = new HttpParams({ fromObject: { access_token: accessToken } }) // want:strict "`access_token` is sent in the URL"
  return http.get('/me', { params })
}
