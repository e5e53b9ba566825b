import axios from 'axios'

axios.interceptors.request.use((config) => {
  console.log(config.headers.Authorization.split(' ')[0]) // a request that this code sends
  return config
})
