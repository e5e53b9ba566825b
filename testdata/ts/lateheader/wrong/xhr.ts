export function before(token: string) {
  const xhr = new XMLHttpRequest()
  xhr.setRequestHeader('Authorization', token) // want "error: `xhr.setRequestHeader` before open throws InvalidStateError"
  xhr.open('GET', '/a')
  xhr.send()
}

export function after(token: string) {
  const xhr = new XMLHttpRequest()
  xhr.open('GET', '/a')
  xhr.send()
  xhr.setRequestHeader('Authorization', token) // want "`xhr.setRequestHeader` after send throws"
  xhr.withCredentials = true // want "`xhr.withCredentials` after send throws"
}

export function twice(token: string) {
  const xhr = new XMLHttpRequest()
  xhr.open('GET', '/a')
  xhr.setRequestHeader('Authorization', token) // want "`xhr.setRequestHeader` is undone by a second open"
  xhr.open('POST', '/a')
  xhr.send()
}

export function anew(token: string) {
  const xhr = new XMLHttpRequest()
  xhr.open('GET', '/a')
  xhr.setRequestHeader('Authorization', token) // sent with the first request
  xhr.send()
  xhr.open('GET', '/b')
  xhr.setRequestHeader('Authorization', token) // want "is undone by a second open"
  xhr.withCredentials = true // outlives the second open
  xhr.open('POST', '/b')
  xhr.send()
}

export function asked(token: string) {
  const xhr = new XMLHttpRequest()
  if (!xhr.open || !xhr.send || !xhr.setRequestHeader) throw new Error('no XMLHttpRequest') // asked, not called
  xhr.timeout = 1000
  xhr.addEventListener('load', () => {})
  xhr.setRequestHeader('Authorization', token) // want "`xhr.setRequestHeader` before open throws"
  xhr.open('GET', '/a')
  xhr.send()
  xhr.timeout = 2000 // may be set at any time
  xhr.getResponseHeader('Date')
}
