import $ from 'jquery'

$.ajaxSetup({ xhrFields: { withCredentials: true } })

export const login = (data: object) => $.post('https://api.example.com/login', data) // ajaxSetup sends them
export const refresh = () => $.ajax({ url: 'https://api.example.com/auth/refresh', method: 'POST' }) // as well
