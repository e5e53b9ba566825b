import http, { createHttp } from 'wechat-http'
import { refresh } from './session'

http.intercept.response = async ({ data, statusCode, config }) => {
  if (statusCode !== 401) return data
  const token = await refresh()
  return http(Object.assign(config, { header: { Authorization: 'Bearer ' + token } })) // want "the response interceptor of `wechat-http` with no guard"
}

const guarded = createHttp()
guarded.intercept.response = async ({ data, statusCode, config }) => {
  if (statusCode !== 401 || config.retried) return data
  config.retried = true // Good: tested and set on the request that is sent
  await refresh()
  return guarded(config)
}
