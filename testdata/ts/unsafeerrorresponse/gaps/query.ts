import axios from 'axios'
import { useMutation } from '@tanstack/react-query'

export const useSave = () => useMutation({
  mutationFn: () => axios.post('/orders'),
  onError: (error: any) => console.log(error.response.data), // gap: the callbacks of a query library
})
export const load = () => axios.get('/a').catch((e) => {
  if (e.code === 'ERR_CANCELED') return
  console.log(e.response.data) // gap: a test of the error that leaves other failures
})
