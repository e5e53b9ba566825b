import { Cookies, SecureStore, cache, loggedOut, navigate, navigateTo, redirect, router, session, store, userLoggedOut, userSignedOut } from './app'

// Each of these gives the session up when its refresh fails, although another request may have just renewed it.

const renew = async () => (await fetch('/auth/refresh', { method: 'POST', credentials: 'include' })).ok

// A method that logs out.
export async function ends1(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) session.logout() // want "each call `renew`; one that fails ends the session"
  return answer
}

// Logout in two words.
export async function ends2(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) session.logOut() // want "each call `renew`; one that fails ends the session"
  return answer
}

// Signing out.
export async function ends3(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) session.signOut() // want "each call `renew`; one that fails ends the session"
  return answer
}

// In one word.
export async function ends4(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) session.signout() // want "each call `renew`; one that fails ends the session"
  return answer
}

// An action of a store.
export async function ends5(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) store.dispatch(loggedOut()) // want "each call `renew`; one that fails ends the session"
  return answer
}

// An action that asks for it.
export async function ends6(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) store.dispatch(userLoggedOut()) // want "each call `renew`; one that fails ends the session"
  return answer
}

// The same, signed.
export async function ends7(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) store.dispatch(userSignedOut()) // want "each call `renew`; one that fails ends the session"
  return answer
}

// A handler that forces it.
export async function ends8(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) session.forceLogout() // want "each call `renew`; one that fails ends the session"
  return answer
}

// A handler that forces it.
export async function ends9(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) session.forceSignout() // want "each call `renew`; one that fails ends the session"
  return answer
}

// A handler that forces it.
export async function ends10(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) session.forceSignOut() // want "each call `renew`; one that fails ends the session"
  return answer
}

// A handler that forces it.
export async function ends11(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) session.forceLogOut() // want "each call `renew`; one that fails ends the session"
  return answer
}

// In the past tense, one word.
export async function ends12(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) session.setLoggedout() // want "each call `renew`; one that fails ends the session"
  return answer
}

// Clearing.
export async function ends13(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) session.clearTokens() // want "each call `renew`; one that fails ends the session"
  return answer
}

// Removing.
export async function ends14(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) session.removeToken() // want "each call `renew`; one that fails ends the session"
  return answer
}

// Deleting.
export async function ends15(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) session.deleteCredentials() // want "each call `renew`; one that fails ends the session"
  return answer
}

// Resetting.
export async function ends16(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) session.resetAuth() // want "each call `renew`; one that fails ends the session"
  return answer
}

// Destroying.
export async function ends17(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) session.destroySession() // want "each call `renew`; one that fails ends the session"
  return answer
}

// Purging.
export async function ends18(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) session.purgeStorage() // want "each call `renew`; one that fails ends the session"
  return answer
}

// Revoking.
export async function ends19(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) session.revokeTokens() // want "each call `renew`; one that fails ends the session"
  return answer
}

// Expiring.
export async function ends20(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) session.expireSession() // want "each call `renew`; one that fails ends the session"
  return answer
}

// Invalidating.
export async function ends21(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) session.invalidateLogin() // want "each call `renew`; one that fails ends the session"
  return answer
}

// The user.
export async function ends22(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) store.commit.resetUser() // want "each call `renew`; one that fails ends the session"
  return answer
}

// Cookies.
export async function ends23(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) session.clearCookies() // want "each call `renew`; one that fails ends the session"
  return answer
}

// A key of the storage.
export async function ends24(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) localStorage.removeItem('token') // want "each call `renew`; one that fails ends the session"
  return answer
}

// A cookie.
export async function ends25(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) Cookies.remove('jwt') // want "each call `renew`; one that fails ends the session"
  return answer
}

// The store of a phone.
export async function ends26(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) SecureStore.deleteItemAsync('token') // want "each call `renew`; one that fails ends the session"
  return answer
}

// All of the storage.
export async function ends27(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) sessionStorage.clear() // want "each call `renew`; one that fails ends the session"
  return answer
}

// A route.
export async function ends28(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) router.push('/login') // want "each call `renew`; one that fails ends the session"
  return answer
}

// A route in its place.
export async function ends29(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) router.replace('/login') // want "each call `renew`; one that fails ends the session"
  return answer
}

// A hook of React Router.
export async function ends30(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) navigate('/signin') // want "each call `renew`; one that fails ends the session"
  return answer
}

// The router of Angular.
export async function ends31(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) router.navigateByUrl('/sign-in') // want "each call `renew`; one that fails ends the session"
  return answer
}

// A helper of Nuxt.
export async function ends32(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) navigateTo('/auth') // want "each call `renew`; one that fails ends the session"
  return answer
}

// A helper of Next.
export async function ends33(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) redirect('/login') // want "each call `renew`; one that fails ends the session"
  return answer
}

// A page of a mini program.
export async function ends34(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) uni.reLaunch({ url: '/pages/login/index' }) // want "each call `renew`; one that fails ends the session"
  return answer
}

// And another.
export async function ends35(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) wx.redirectTo({ url: '/pages/login/index' }) // want "each call `renew`; one that fails ends the session"
  return answer
}

// The page itself.
export async function ends36(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) location.assign('/login') // want "each call `renew`; one that fails ends the session"
  return answer
}

// The page itself.
export async function ends37(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) location.href = '/login' // want "each call `renew`; one that fails ends the session"
  return answer
}

// Good: a list is emptied, and no session.
export async function keeps1(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) cache.clear()
  return answer
}

// Good: what is removed is no token.
export async function keeps2(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) localStorage.removeItem('draft')
  return answer
}

// Good: what is cleared is a timer.
export async function keeps3(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) session.clearTimer()
  return answer
}

// Good: the token is looked at.
export async function keeps4(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) session.checkToken()
  return answer
}

// Good: a page that has nothing to do with it.
export async function keeps5(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) router.push('/offline')
  return answer
}

// Good: the page that loads is that of an outage.
export async function keeps6(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) location.href = '/offline'
  return answer
}

// Good: a link, and no page that loads.
export async function keeps7(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) session.help = '/login'
  return answer
}

// Good: to check out, and to be logged.
export async function keeps8(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) session.checkOut()
  return answer
}

// Good: a line of a log.
export async function keeps9(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) session.logFailure()
  return answer
}

// Good: what Object.assign writes leads nowhere.
export async function keeps10(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) Object.assign(session, { page: '/login' })
  return answer
}

// Good: the session ends where nothing was refreshed.
export async function otherBranch(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401) {
    if (session.remembered) {
      await renew()
    } else {
      session.logout()
    }
  }
  return answer
}

// Good: another status ends it.
export async function otherCase(path: string) {
  const answer = await fetch(path)
  switch (answer.status) {
    case 401:
      await renew()
      break
    case 403:
      session.logout()
  }
  return answer
}

// Good: it ended before, where there was nothing to refresh with.
export async function before(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401) {
    if (!session.remembered) session.logout()
    await renew()
  }
  return answer
}

// The branch that follows the failure may itself have two.
export async function nested(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) { // want "each call `renew`; one that fails ends the session"
    if (session.remembered) console.warn('not renewed')
    else session.logout()
  }
  return answer
}

// What could not be renewed ends it.
export async function failed(path: string) {
  const answer = await fetch(path)
  if (answer.status !== 401) return answer
  if (await renew()) return fetch(path) // want "each call `renew`; one that fails ends the session"
  else session.logout()
  return answer
}

// Good: one is renewed, the other ends, in one expression.
export async function eitherOr(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401) session.remembered ? await renew() : session.logout()
  return answer
}

// Ending it has other names.
export async function disconnects(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401 && !(await renew())) session.logOff() // want "each call `renew`; one that fails ends the session"
  return answer
}
