import { fetchBaseQuery } from '@reduxjs/toolkit/query/react'
import type { BaseQueryFn } from '@reduxjs/toolkit/query/react'
import { Mutex } from 'async-mutex'
import { invalidateAccessToken, loggedOut, tokenReceived } from './slice'

const baseQuery = fetchBaseQuery({ baseUrl: '/api' })
const mutex = new Mutex()

export const racing: BaseQueryFn = async (args, api, extra) => {
  let result = await baseQuery(args, api, extra)
  if (result.error?.status === 401) {
    const renewed = await baseQuery({ url: '/auth/refresh', method: 'POST' }, api, extra) // want "warning: .* each call `baseQuery`; one that fails ends the session"
    if (renewed.data) {
      api.dispatch(tokenReceived(renewed.data))
      result = await baseQuery(args, api, extra)
    } else {
      api.dispatch(loggedOut())
    }
  }
  return result
}

// A lock, as the documentation of RTK Query has it.
export const locked: BaseQueryFn = async (args, api, extra) => {
  await mutex.waitForUnlock()
  let result = await baseQuery(args, api, extra)
  if (result.error?.status === 401) {
    if (!mutex.isLocked()) {
      const release = await mutex.acquire()
      try {
        const renewed = await baseQuery({ url: '/auth/refresh', method: 'POST' }, api, extra)
        if (renewed.data) {
          api.dispatch(tokenReceived(renewed.data))
          result = await baseQuery(args, api, extra)
        } else {
          api.dispatch(loggedOut())
        }
      } finally {
        release()
      }
    } else {
      await mutex.waitForUnlock()
      result = await baseQuery(args, api, extra)
    }
  }
  return result
}

// The statuses of a refusal stand in a list of their own.
const REFUSALS = new Set([401, 419])
const listed = [401]

export const bySet: BaseQueryFn = async (args, api, extra) => {
  const result = await baseQuery(args, api, extra)
  if (result.error && REFUSALS.has(result.error.status as number)) {
    const renewed = await baseQuery({ url: '/auth/refresh', method: 'POST' }, api, extra) // want "warning: .* each call `baseQuery`; one that fails ends the session"
    if (!renewed.data) {
      api.dispatch(invalidateAccessToken())
      return result
    }
    api.dispatch(tokenReceived(renewed.data))
    return baseQuery(args, api, extra)
  }
  return result
}

export const byList: BaseQueryFn = async (args, api, extra) => {
  const result = await baseQuery(args, api, extra)
  if (listed.includes(result.error?.status as number)) {
    const renewed = await baseQuery({ url: '/auth/refresh', method: 'POST' }, api, extra) // want "warning: .* each call `baseQuery`; one that fails ends the session"
    if (!renewed.data) {
      api.dispatch(invalidateAccessToken())
      return result
    }
    api.dispatch(tokenReceived(renewed.data))
    return baseQuery(args, api, extra)
  }
  return result
}
