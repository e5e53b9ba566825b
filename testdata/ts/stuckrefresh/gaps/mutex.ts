import { fetchBaseQuery } from '@reduxjs/toolkit/query/react'
import { Mutex } from 'async-mutex'

const baseQuery = fetchBaseQuery({ baseUrl: '/api' })
const mutex = new Mutex()

// gap: a mutex that is not released on one way; locks are read in Go alone
export const reauth = async (args: any, api: any, extra: any) => {
  let result = await baseQuery(args, api, extra)
  if (result.error?.status === 401) {
    const release = await mutex.acquire()
    const renewed = await baseQuery({ url: '/auth/refresh', method: 'POST' }, api, extra)
    if (!renewed.data) return result
    release()
    result = await baseQuery(args, api, extra)
  }
  return result
}
