import $ from 'jquery'

$.ajax({ url: '/a', xhrFields: { withCredentials: true } })
$.ajax({ url: '/a', xhrFields: { withCredentials: true }, withCredentials: true }) // in its right place too
$.ajax({ url: '/a', withCredentials: true, beforeSend: (xhr) => set(xhr) }) // may be set there
$.post('/a', { withCredentials: true }) // data
