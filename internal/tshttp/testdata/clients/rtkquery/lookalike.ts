import { createApi, fetchBaseQuery } from './own'

export const api = createApi({ // silent: own functions of these names
  baseQuery: fetchBaseQuery({ baseUrl: 'https://own.example.com' }),
  endpoints: (build: any) => ({ login: build.mutation({ query: () => '/login' }) }),
})
