import axios, { AxiosError, isAxiosError } from 'axios'

declare const show: (text: string) => void
declare function run(): Promise<void>

export function handle(error: AxiosError) {
  show(error.response!.statusText) // want "warning: `error.response!.statusText` throws"
}
export async function go() {
  try {
    await run()
  } catch (e) {
    show((e as AxiosError).response!.statusText) // want "warning: `\\(e as AxiosError\\).response!.statusText` throws"
  }
}
export async function goOn() {
  try {
    await run()
  } catch (e) {
    if (isAxiosError(e)) show(e.response.data) // want "warning: `e.response.data` throws"
    else if (axios.isAxiosError(e) && e.response) show(e.response.data) // tested
  }
}
export async function goAway() {
  try {
    await run()
  } catch (e) {
    const err = e as AxiosError<{ message: string }>
    show(err.response.data.message) // want "warning: `err.response.data` throws"
  }
}
