import jq from 'jquery'
import { load } from 'cheerio'

jq.ajaxSetup({
  xhrFields: { withCredentials: true },
  beforeSend(xhr) {
    xhr.setRequestHeader('Authorization', `Bearer ${localStorage.getItem('token')}`) // header jQuery
  },
})
jq.ajax({ url: 'https://api.example.com/login', type: 'POST' }) // sends jQuery POST https://api.example.com/login credentials authorized
$.ajax('/login', { method: 'POST' }) // sends jQuery POST /login credentials authorized
jQuery.post('/login', {}) // sends jQuery POST /login credentials authorized
window.$.getJSON('/me') // sends jQuery GET /me credentials authorized
jq.ajax({ url: '/me', headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } }) // sends jQuery GET /me credentials authorized | header jQuery

export function scrape(html) {
  const $ = load(html)
  return $.get('/login') // silent: the $ of cheerio
}
export const each = ($) => $.post('/login') // silent: a parameter
