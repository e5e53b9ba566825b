import axios from 'axios'
import { logOut } from './session'

const UNAUTHORIZED = '401'
const REFUSED = ['401', '403']

// Known gaps: wrong, and not found.
export async function orders() {
  try {
    return await axios.get('/orders')
  } catch (error: any) {
    if (error.response.status === UNAUTHORIZED) logOut() // the constant is declared elsewhere
    if (REFUSED.includes(error.response.status)) logOut() // so is the list
    if (error.status === '401') logOut() // axios puts the status there too, others put anything
  }
}
