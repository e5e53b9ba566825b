const axios = require('axios')

const required = axios.create()
exports.required = required

required.interceptors.response.use(undefined, async (error) => {
  if (error.response?.status !== 401 || error.config._retry) throw error
  error.config._retry = true
  await require('./legacy').renew() // want "error: `required.post` goes through"
  return required(error.config)
})
