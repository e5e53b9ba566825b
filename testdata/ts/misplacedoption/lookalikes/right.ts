import axios from 'axios'
import ky from 'ky'
import { transport, send } from './transport'

const token = localStorage.getItem('token')

export async function right(url: string, mode: string, credentials: string) {
  await axios.get(url, { withCredentials: true, headers: { withCredentials: true } }) // in its right place too: harmless
  await fetch(url, { credentials: 'include', headers: { credentials: 'include' } }) // the same
  await fetch(url, { credentials: 'include', withCredentials: true } as any) // the same
  await axios.get(url, { withCredentials: true, credentials: 'include' } as any) // the same
  await axios.get(url, { adapter: 'fetch', fetchOptions: { credentials: 'include' } }) // read by the fetch adapter
  await axios.get(url, { adapter: 'fetch', credentials: 'include' } as any) // an adapter may read it
  await axios.get(url, { credentials: 'same-origin' } as any) // what axios does anyway
  await fetch(url, { withCredentials: false } as any) // what fetch does anyway
  await fetch(url, { headers: { Authorization: `Bearer ${token}` }, next: { revalidate: 1 }, cache: 'no-store' } as any) // keys of a framework
  await fetch(url, { credentials: 'include', mode: 'cors', headers: { Authorization: `Bearer ${token}` } })
  await fetch(url, { headers: { mode, credentials } }) // headers of an API that are called so
  await fetch(url, { headers: { mode: 'dark' } }) // a header that is called mode
  await ky.get(url, { credentials: true } as any) // ky is not known here
  await transport.get(url, { headers: { credentials: 'include' } }) // an own transport may read its headers
  await send(url, { Authorization: `Bearer ${token}` }) // options that are flat on purpose
  await axios.post('/hooks', { Authorization: token }) // the body, which is data
  await axios.post('/hooks', { headers: { mode: 'cors' } }, { withCredentials: true }) // data too
}
