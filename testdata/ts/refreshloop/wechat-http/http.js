import http, { createHttp } from 'wechat-http'
import { save } from './session'

http.intercept.response = async ({ data, statusCode, config }) => {
  if (statusCode !== 401 || config.retried) return data
  const answer = await http({ url: '/refreshToken', method: 'POST' }) // want "error: "
  save(answer.token)
  config.retried = true
  return http(config)
}

// Good: the refresh is left out by its URL.
const own = createHttp()
own.intercept.response = async ({ data, statusCode, config }) => {
  if (statusCode !== 401 || config.retried || config.url.includes('/refreshToken')) return data
  const answer = await own({ url: '/refreshToken', method: 'POST' })
  save(answer.token)
  config.retried = true
  return own(config)
}
