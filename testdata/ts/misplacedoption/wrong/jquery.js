import $ from 'jquery'

$.ajaxSetup({ withCredentials: true }) // want "`withCredentials` stands outside `xhrFields`"
export const a = (url) => $.ajax({ url, withCredentials: true, crossDomain: true }) // want "`withCredentials` stands outside `xhrFields`"
export const b = (url) => $.ajax(url, { type: 'POST', withCredentials: true }) // want "`withCredentials` stands outside `xhrFields`"
export const c = (url, token) => $.ajax({ url, Authorization: 'Bearer ' + token }) // want "`Authorization` stands among the options of `\\$.ajax`"
export const d = (url) => $.ajax({ url, headers: { withCredentials: true } }) // want "`withCredentials` inside `headers`"
