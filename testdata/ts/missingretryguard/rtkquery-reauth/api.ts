import { createApi, fetchBaseQuery } from '@reduxjs/toolkit/query/react'

const baseQuery = fetchBaseQuery({ baseUrl: '/api', credentials: 'include' })

const withReauth = async (args: any, store: any, extra: any) => {
  let result = await baseQuery(args, store, extra)
  if (result.error?.status === 401) {
    const fresh = await baseQuery('/refresh', store, extra)
    if (fresh.data) {
      result = await baseQuery(args, store, extra) // straight on: sent once more and no further
    }
  }
  return result
}

const again = async (args: any, store: any, extra: any): Promise<any> => {
  const result = await baseQuery(args, store, extra)
  if (result.error?.status === 401) {
    await baseQuery('/refresh', store, extra)
    return again(args, store, extra) // want "error: "
  }
  return result
}

export const api = createApi({ baseQuery: withReauth, endpoints: () => ({}) })
export const other = createApi({ baseQuery: again, endpoints: () => ({}) })
