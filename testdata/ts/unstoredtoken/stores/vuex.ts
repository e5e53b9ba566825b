import { createStore } from 'vuex';
import { api } from './client';

export default createStore({
  state: { token: '', user: null as unknown },
  mutations: {
    setToken(state, token: string) {
      state.token = token;
    },
  },
  actions: {
    // Good: committed.
    async login({ commit }, c: object) {
      const { data } = await api.post('/login', c);
      commit('setToken', data.token);
    },
    async loginContext(context, c: object) {
      const response = await api.post('/login', c);
      context.commit('setToken', response.data.token);
    },
    loginPromise({ commit }, c: object) {
      return new Promise<void>((resolve, reject) => {
        api
          .post('/login', c)
          .then((response) => {
            commit('setToken', response.data.token);
            resolve();
          })
          .catch(reject);
      });
    },
    // Good: handed on to another action.
    async loginDispatched({ dispatch }, c: object) {
      const { data } = await api.post('/login', c);
      await dispatch('keep', data);
    },
    async loginLost({ commit }, c: object) {
      await api.post('/login', c); // want "goes nowhere"
      commit('loggedIn', true);
    },
    async loginUserOnly({ commit }, c: object) {
      const response = await api.post('/login', c); // want "goes nowhere"
      if (response.status === 200) commit('loggedIn', true);
    },
  },
});
