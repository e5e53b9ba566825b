import axios from 'axios'

const api = axios.create()
let token = ''

api.interceptors.request.use((config) => { // want "error: this request interceptor"
  config.headers.Authorization = `Bearer ${token}`
})
api.interceptors.request.use((config) => { // want "error: this request interceptor"
  if (token) {
    config.headers.Authorization = `Bearer ${token}`;
    return config;
  }
})
api.interceptors.request.use((config) => { config.headers.Accept = '*/*' }) // want "error: this request interceptor"
api.interceptors.response.use((response) => {}, (error) => { // want "error: this response interceptor" "error: this error handler"
    console.log(error);
});
