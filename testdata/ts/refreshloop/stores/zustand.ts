import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { zustand } from './client'

export const useSession = create<any>()(
  persist(
    (set) => ({
      token: '',
      refresh: async () => {
        const { data } = await zustand.post('/auth/refresh')
        set({ token: data.token })
      },
    }),
    { name: 'session' },
  ),
)
