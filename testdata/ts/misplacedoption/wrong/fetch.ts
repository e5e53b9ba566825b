const token = localStorage.getItem('token')

export async function calls(url: string, mode: string) {
  await fetch(url, { headers: { credentials: 'include' } }) // want "`credentials` inside `headers`"
  await fetch(url, { headers: { mode: 'cors', 'Content-Type': 'application/json' } }) // want "`mode` inside `headers`"
  await fetch(url, { headers: new Headers({ withCredentials: 'true' }) }) // want "`withCredentials` inside `headers`"
  await fetch(url, { Authorization: 'Bearer ' + token } as any) // want "`Authorization` stands among the options of `fetch`"
  await fetch(url, { withCredentials: true } as any) // want "`withCredentials` is an option of axios and XMLHttpRequest; fetch ignores it"
  await fetch(url, { credentials: true } as any) // want "`credentials: true` is none of 'include', 'same-origin' and 'omit', so `fetch` throws a TypeError"
  await fetch(url, { credentials: false } as any) // want "`credentials: false` is none of"
}
