import { api } from '@/api/client'

export interface Order {
  id: string
  placed: string
  items: string[]
  status: 'placed' | 'packed' | 'delivered'
}

export async function orders(signal?: AbortSignal) {
  const { data } = await api.get<Order[]>('/orders', { signal })
  return data
}

export async function placeOrder(items: string[]) {
  const { data } = await api.post<Order>('/orders', { items })
  return data
}

export async function cancelOrder(id: string) {
  await api.delete(`/orders/${encodeURIComponent(id)}`)
}
