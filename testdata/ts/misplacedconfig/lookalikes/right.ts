import axios from 'axios'
import ky from 'ky'
import got from 'got'
import { ofetch } from 'ofetch'
import { request } from 'undici'
import supertest from 'supertest'
import { test } from '@playwright/test'
import { transport, apiConnector, api as unknown } from './transport'

const headers = { Authorization: 'Bearer ' + localStorage.getItem('token') }
const cfg = { headers }

export async function right(url: string, data: object, more: object, args: [string, object, object, object]) {
  await axios.post(url, {}, { headers }) // the body is empty, the options stand third
  await axios.post(url, null, cfg) // no body
  await axios.post(url, undefined, cfg) // no body either
  await axios.delete(url, { data, headers }) // the body of a delete stands in its options
  await axios.get(url, { headers })
  await axios.get(url, { headers }, undefined) // nothing is lost with nothing
  await axios({ method: 'post', url, headers })
  await axios(url, { method: 'post', headers })
  await axios.request({ url, headers })
  await axios.post(...args) // what is spread is not known
  await fetch(url, { headers })
  await ky.post(url, { headers }) // ky takes options second
  await got.post(url, { headers })
  await ofetch(url, { headers })
  await request(url, { headers })
  await supertest(url).post('/x').set('Authorization', 'x')
  await transport.post(url, { headers }) // a transport of its own
  await unknown.post(url, { headers }) // what api is cannot be seen
  await apiConnector('POST', url, data, headers) // four arguments of an own function
  test('x', async ({ request }) => { await request.post(url, { headers }) }) // Playwright takes options second
}

export async function bodies(url: string, hook: string, name: string) {
  await axios.post('/webhooks', { url: hook, headers: { Authorization: 'x' } }) // a webhook has headers of its own
  await axios.post('/checks', { target: url, headers }) // so has a check
  await axios.post('/proxy', { headers: ['a', 'b'] }) // a list is data
  await axios.post('/table', { headers: 'name,age' }) // a text too
  await axios.post('/search', { params: { name } }) // a search may have params in its body
  await axios.post('/search', { timeout: 10 })
  await axios.post('/x', { auth: { username: name, password: name } }) // a login may be called auth
  await axios.post('/x', {}) // an empty body
  await axios.post('/x', { headers: {} }) // nothing is lost
}

export async function merged(extra: object) {
  const body: Record<string, unknown> = { headers }
  body.name = 'x' // the body has more than headers
  await axios.post('/x', body)
  await axios.post('/x', { headers, ...extra }) // what is spread may be data
}

class Wrapped {
  post(url: string, config: object) {
    return axios.post(url, null, config)
  }
}

export const wrapped = new Wrapped().post('/x', { headers }) // a wrapper that takes options second
