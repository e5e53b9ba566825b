import axios from 'axios'
import ky, { HTTPError } from 'ky'
import { HttpErrorResponse } from '@angular/common/http'

declare const show: (text: unknown) => void
declare function run(): Promise<void>

export async function others() {
  try {
    await ky.get('/a')
  } catch (e: any) {
    if (e instanceof HTTPError) show(e.response.status) // of ky
  }
  try {
    await run()
  } catch (e: any) {
    show(e.response.status) // not known to be of axios
  }
  try {
    axios.get('/a').then(show) // not awaited: its failure is not caught here
  } catch (e: any) {
    show(e.response.status)
  }
  try {
    await axios.get('/a').catch(() => null) // cannot fail
  } catch (e: any) {
    show(e.response.status)
  }
  const r = await fetch('/a')
  show(r.status)
}
export const angular = (e: HttpErrorResponse) => show(e.status) // 0 on a network error
