import axios from 'axios'
import { logOut } from './session'

enum Code {
  Unauthorized = '401',
}

// Known gaps: wrong, and not found.
export async function orders() {
  try {
    return await axios.get('/orders')
  } catch (error: any) {
    if (error.response.status === Code.Unauthorized) logOut() // gap: of an enum
    if (error.status === '401') logOut() // gap: axios puts the status there too, others put anything
  }
}
