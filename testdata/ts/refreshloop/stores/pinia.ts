import { defineStore } from 'pinia'
import { bare, pinia } from './client'

export const useAuth = defineStore('auth', {
  state: () => ({ token: '' }),
  actions: {
    async refresh() {
      const { data } = await pinia.post('/auth/refresh')
      this.token = data.token
    },
    async refreshSafely() {
      const { data } = await bare.post('/auth/refresh')
      this.token = data.token
    },
  },
})
