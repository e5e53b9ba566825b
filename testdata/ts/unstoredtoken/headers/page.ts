import { login, loginOnly, loginWith } from './api'

export async function submit(name: string, password: string) {
  await login(name, password) // kept inside
}
export async function again(name: string, password: string) {
  await loginWith(name, password) // kept inside
}
export async function only(name: string, password: string) {
  await loginOnly(name, password) // want "goes nowhere"
}
