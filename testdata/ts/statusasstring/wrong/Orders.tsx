import { list } from './api'

// A component that only catches the errors of a client made elsewhere.
export async function load() {
  try {
    return await list()
  } catch (error: any) {
    if (error.response?.status === '401') location.reload() // want "`error.response\\?.status` is a number"
  }
}
