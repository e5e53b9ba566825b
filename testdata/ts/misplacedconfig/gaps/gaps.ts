import axios from 'axios'
import { withToken } from './token'

export async function gaps(url: string, body: object, config: object) {
  await axios.post(url, withToken({})) // gap: what the function returns was not seen
  await axios.post(url, config) // gap: a parameter may be a body
  await axios.post(url, { headers: { Authorization: 'x' }, name: 'x' }) // gap: a body may have a field headers
}

import wretch from 'wretch'
export const w = (token: string) => wretch('/x').post({ headers: { Authorization: 'Bearer ' + token } }) // gap: wretch is no client that is known
