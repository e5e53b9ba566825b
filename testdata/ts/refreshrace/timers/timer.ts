import { refreshTokens, refreshSession, shared } from './api'

export function start() {
  setInterval(() => void refreshTokens(), 60_000) // want "warning: this timer refreshes beside the response interceptor of `api`, which does not wait for it; each refresh replaces the refresh token"
  window.setTimeout(async () => {
    await refreshTokens() // want "this timer refreshes beside the response interceptor of `api`"
  }, 60_000)
}

let last: Promise<void> | null = null
export function startWithItsOwn() {
  setInterval(() => {
    last ??= refreshTokens().finally(() => (last = null)) // want "this timer refreshes beside the response interceptor of `api`"
  }, 60_000)
}

export function startShared() {
  setInterval(() => void shared(), 60_000) // Good: it waits for the same promise.
  setInterval(() => void refreshSession(), 60_000) // Good: another session's, which no handler refreshes.
  setInterval(() => console.log('still here'), 60_000) // Good: no refresh.
}
