import { REFRESH_TOKEN, refreshToken, renewal, session, storage, store } from './app'

// Each of these replaces the refresh token.

const renew = async () => (await fetch('/auth/refresh', { method: 'POST', credentials: 'include' })).json()

// A key of the storage.
export async function replaces1(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401) {
    const fresh = await renew() // want "each call `renew`; each refresh replaces the refresh token"
    localStorage.setItem('refresh_token', fresh.next)
  }
  return answer
}

// A key in a constant.
export async function replaces2(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401) {
    const fresh = await renew() // want "each call `renew`; each refresh replaces the refresh token"
    storage.set(REFRESH_TOKEN, fresh.next)
  }
  return answer
}

// A helper that saves it.
export async function replaces3(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401) {
    const fresh = await renew() // want "each call `renew`; each refresh replaces the refresh token"
    session.save({ refreshToken: fresh.next })
  }
  return answer
}

// And one that stores it.
export async function replaces4(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401) {
    const fresh = await renew() // want "each call `renew`; each refresh replaces the refresh token"
    session.store({ refreshToken: fresh.next })
  }
  return answer
}

// A state that is updated.
export async function replaces5(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401) {
    const fresh = await renew() // want "each call `renew`; each refresh replaces the refresh token"
    session.update({ refreshToken: fresh.next })
  }
  return answer
}

// A state that lasts.
export async function replaces6(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401) {
    const fresh = await renew() // want "each call `renew`; each refresh replaces the refresh token"
    session.persist({ refreshToken: fresh.next })
  }
  return answer
}

// A file.
export async function replaces7(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401) {
    const fresh = await renew() // want "each call `renew`; each refresh replaces the refresh token"
    session.writeTokens(fresh.token, fresh.refreshToken)
  }
  return answer
}

// A table.
export async function replaces8(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401) {
    const fresh = await renew() // want "each call `renew`; each refresh replaces the refresh token"
    session.put('refreshToken', fresh.next)
  }
  return answer
}

// An action.
export async function replaces9(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401) {
    const fresh = await renew() // want "each call `renew`; each refresh replaces the refresh token"
    store.dispatch({ type: 'tokens', refreshToken: fresh.next })
  }
  return answer
}

// A mutation.
export async function replaces10(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401) {
    const fresh = await renew() // want "each call `renew`; each refresh replaces the refresh token"
    store.commit('setTokens', { refreshToken: fresh.next })
  }
  return answer
}

// A patch.
export async function replaces11(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401) {
    const fresh = await renew() // want "each call `renew`; each refresh replaces the refresh token"
    store.patchState({ refreshToken: fresh.next })
  }
  return answer
}

// A login with what came.
export async function replaces12(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401) {
    const fresh = await renew() // want "each call `renew`; each refresh replaces the refresh token"
    session.login(fresh.token, fresh.refreshToken)
  }
  return answer
}

// One more.
export async function replaces13(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401) {
    const fresh = await renew() // want "each call `renew`; each refresh replaces the refresh token"
    session.add({ refreshToken: fresh.next })
  }
  return answer
}

// All tabs.
export async function replaces14(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401) {
    const fresh = await renew() // want "each call `renew`; each refresh replaces the refresh token"
    session.syncTokens({ refreshToken: fresh.next })
  }
  return answer
}

// What keeps it.
export async function replaces15(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401) {
    const fresh = await renew() // want "each call `renew`; each refresh replaces the refresh token"
    session.keep({ refreshToken: fresh.next })
  }
  return answer
}

// Whoever is told of it.
export async function replaces16(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401) {
    const fresh = await renew() // want "each call `renew`; each refresh replaces the refresh token"
    session.onRenewed({ refreshToken: fresh.next })
  }
  return answer
}

// A variable of that name.
export async function replaces17(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401) {
    const fresh = await renew() // want "each call `renew`; each refresh replaces the refresh token"
    session.setTokens(fresh.token, refreshToken)
  }
  return answer
}

// One that is handed on by its name.
export async function replaces18(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401) {
    const fresh = await renew() // want "each call `renew`; each refresh replaces the refresh token"
    session.setTokens({ refreshToken })
  }
  return answer
}

// A setter.
export async function replaces19(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401) {
    const fresh = await renew() // want "each call `renew`; each refresh replaces the refresh token"
    session.setRefreshToken(fresh.next)
  }
  return answer
}

// A field.
export async function replaces20(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401) {
    const fresh = await renew() // want "each call `renew`; each refresh replaces the refresh token"
    session.refreshToken = fresh.next
  }
  return answer
}

// Good: it is taken away.
export async function leaves1(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401) {
    const fresh = await renew()
    session.setRefreshToken(null)
    console.log(fresh.at)
  }
  return answer
}

// Good: and here.
export async function leaves2(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401) {
    const fresh = await renew()
    localStorage.setItem('refresh_token', '')
    console.log(fresh.at)
  }
  return answer
}

// Good: and here.
export async function leaves3(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401) {
    const fresh = await renew()
    localStorage.setItem("refresh_token", "")
    console.log(fresh.at)
  }
  return answer
}

// Good: and here.
export async function leaves4(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401) {
    const fresh = await renew()
    session.refreshToken = null
    console.log(fresh.at)
  }
  return answer
}

// Good: and here.
export async function leaves5(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401) {
    const fresh = await renew()
    session.refreshToken = undefined
    console.log(fresh.at)
  }
  return answer
}

// Good: and here.
export async function leaves6(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401) {
    const fresh = await renew()
    session.refreshToken = ''
    console.log(fresh.at)
  }
  return answer
}

// Good: a setter that is given nothing.
export async function leaves7(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401) {
    const fresh = await renew()
    session.setRefreshToken()
    console.log(fresh.at)
  }
  return answer
}

// Good: a variable of the function, which nobody finds.
export async function leaves8(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401) {
    const fresh = await renew()
    let refreshToken = ''
    refreshToken = fresh.next
    console.log(refreshToken)
    console.log(fresh.at)
  }
  return answer
}

// Good: only the access token is kept.
export async function leaves9(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401) {
    const fresh = await renew()
    localStorage.setItem('token', fresh.token)
    console.log(fresh.at)
  }
  return answer
}

// Good: a function of that name is called, and what it returns is kept.
export async function leaves10(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401) {
    const fresh = await renew()
    store.dispatch(renewal.refreshToken())
    console.log(fresh.at)
  }
  return answer
}

// Good: what is heard has that name.
export async function leaves11(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401) {
    const fresh = await renew()
    session.on("refreshToken", () => console.log(fresh))
    console.log(fresh.at)
  }
  return answer
}

// Good: it is read.
export async function leaves12(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401) {
    const fresh = await renew()
    session.find({ by: fresh.refreshToken })
    console.log(fresh.at)
  }
  return answer
}

// Good: what is called has no name to go by.
export async function unnamed(path: string) {
  const answer = await fetch(path)
  if (answer.status === 401) {
    const fresh = await renew()
    session.listeners[0](fresh)
  }
  return answer
}
