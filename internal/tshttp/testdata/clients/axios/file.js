const axios = require('axios').default

export const fromFile = axios.create({ // client axios https://base.example.com credentials
  baseURL: 'https://base.example.com',
  withCredentials: true,
})
fromFile.defaults.headers.common['Authorization'] = 'Bearer ' + localStorage.getItem('token') // header axios
