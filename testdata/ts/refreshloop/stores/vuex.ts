import { createStore } from 'vuex'
import { bare, root } from './client'

const auth = {
  namespaced: true,
  actions: {
    async refresh({ commit }: any) {
      const { data } = await root.post('/auth/refresh')
      commit('token', data.token)
    },
  },
}

export const vuex = createStore({
  modules: { auth },
  actions: {
    async safely({ commit }: any) {
      const { data } = await bare.post('/auth/refresh')
      commit('token', data.token)
    },
  },
})
