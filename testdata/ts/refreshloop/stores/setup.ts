import { defineStore } from 'pinia'
import { ref } from 'vue'
import { setup } from './client'

export const useSetup = defineStore('setup', () => {
  const token = ref('')
  async function refresh() {
    const { data } = await setup.post('/auth/refresh')
    token.value = data.token
  }
  return { token, refresh }
})
