export const actions = {
  async login({ commit }, body) {
    const user = await this.$axios.$post('/login', body) // sends axios POST /login authorized
    commit('user', user)
  },
}
