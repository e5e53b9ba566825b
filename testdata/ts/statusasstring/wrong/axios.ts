import axios, { type AxiosResponse } from 'axios'
import { logOut, renew } from './session'

const api = axios.create({ baseURL: '/api' })

// a. In an interceptor: the refresh never runs.
api.interceptors.response.use(undefined, async (error) => {
  if (error.response.status === '401') { // want "error: `error.response.status` is a number and never the string '401'"
    await renew()
  }
  if (error.response?.status !== "403") { // want "'403'"
    throw error
  }
  const { status } = error.response
  if (status === '419') { // want "`status` is a number"
    logOut()
  }
  const code = error.response && error.response.status
  if ('401' === code) { // want "`code` is a number"
    logOut()
  }
})

// a. In a catch.
export async function orders() {
  try {
    return await api.get('/orders')
  } catch (e: any) {
    if (e.response.status === '401') logOut() // want "'401'"
  }
}

// a. Of the answer itself, where validateStatus lets everything through.
export async function me() {
  const answer = await api.get('/me', { validateStatus: () => true })
  return answer.status === '200' ? answer.data : undefined // want "`answer.status`"
}

export const isFine = (answer: AxiosResponse) => answer.status === '204' // want "'204'"

// c. One of several.
export async function refused() {
  try {
    await api.get('/orders')
  } catch (error: any) {
    return ['401', '403'].includes(error.response.status) // want "'401'"
  }
  return false
}

export function isGone(error: any) {
  return ['404', 410].indexOf(error.response?.status) !== -1 // want "'404'"
}
