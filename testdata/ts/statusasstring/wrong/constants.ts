import axios from 'axios'
import { FORBIDDEN, NUMBER } from './codes'
import { logOut } from './session'

const UNAUTHORIZED = '401'
const REFUSED = ['401', '403']

export async function orders() {
  try {
    return await axios.get('/orders')
  } catch (error: any) {
    if (error.response?.status === UNAUTHORIZED) logOut() // want "is a number and never the string '401'"
    if (error.response?.status === FORBIDDEN) logOut() // want "never the string '403'"
    if (REFUSED.includes(error.response?.status)) logOut() // want "never the string '401'"
    if (error.response?.status === NUMBER) logOut() // a number
    if (error.response?.status == UNAUTHORIZED) logOut() // converts
    if (error.response?.data.status === UNAUTHORIZED) logOut() // of the body
  }
}
