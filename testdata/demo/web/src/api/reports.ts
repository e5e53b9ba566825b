import axios, { type AxiosError } from 'axios'
import { renewSession } from '@/api/auth'
import { authorize } from '@/api/client'

export interface MonthlySpend {
  month: string
  total: number
}

const reports = axios.create({ baseURL: import.meta.env.VITE_REPORTS_URL, timeout: 60_000 })

reports.interceptors.request.use(authorize)

reports.interceptors.response.use(
  (response) => response,
  async (error: AxiosError) => {
    if (error.response?.status === 401 && error.config) {
      await renewSession()
      return reports(error.config)
    }
    throw error
  },
)

export async function monthlySpend(year: number) {
  const { data } = await reports.get<MonthlySpend[]>('/spend', { params: { year } })
  return data
}
