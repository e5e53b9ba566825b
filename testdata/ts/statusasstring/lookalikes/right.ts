import axios from 'axios'
import { HttpErrorResponse } from '@angular/common/http'
import { logOut } from './session'

const api = axios.create({ baseURL: '/api' })

export async function right(error: any) {
  if (error.response.status === 401) logOut() // a number
  if (error.response.status == '401') logOut() // loose equality converts: this works
  if ([401, 403].includes(error.response.status)) logOut() // numbers
  if (String(error.response.status) === '401') logOut() // made a string first
  if (`${error.response.status}` === '401') logOut()
  if (error.response.status.toString() === '401') logOut()
  const code = String(error.response?.status)
  if (code === '401' || ['403'].includes(code)) logOut()
  if (error.response.statusText === '401') logOut() // text
}

export async function bodies(error: any) {
  const { data } = await api.get('/orders')
  if (data.status === '401') logOut() // a field of the body: APIs do send strings there
  const answer = await api.get('/orders')
  if (answer.data.status === '401' || answer.data.code === '401') logOut() // of the body
  if (error.response.data.status === '401') logOut() // of the body
  const body = await (await fetch('/orders')).json()
  if (body.status === '401' || body.code === '401') logOut() // of the body
}

// The body of an error in Angular.
export const ofBody = (err: HttpErrorResponse) => err.error.status === '401'

// A component's property or a parameter of a route.
export function ErrorPage({ status }: { status: string }) {
  return status === '404' ? 'There is nothing here.' : 'Something went wrong.'
}
export const isGone = (route: { params: { status: string } }) => route.params.status === '410'

enum Status { Open = '200', Closed = '201' }

// An enum and a union of strings of one's own.
export const isOpen = (door: { status: Status }) => door.status === Status.Open
export const isShut = (door: { status: '200' | '201' }) => door.status === '201'

// RTK Query: the words that stand where no answer came; codes of other trades.
export function isOffline(error: { status: number | string; code?: string }) {
  return error.status === 'FETCH_ERROR' || error.status === 'TIMEOUT_ERROR' || error.code === '404'
}

// XMLHttpRequest and a server's own answer are other objects.
export function send(res: { status(code: number): void }, list: { status: string }[]) {
  res.status(401)
  return list.filter((x) => ['401', '403'].includes(x.status)) // of one's own list
}
