import { defineStore } from 'pinia';
import { ref } from 'vue';
import { api } from './client';

// Good: the state of a store.
export const useAuth = defineStore('auth', {
  state: () => ({ token: '', user: null }),
  actions: {
    async login(c: object) {
      const { data } = await api.post('/login', c);
      this.token = data.token;
    },
    async loginPatched(c: object) {
      const { data } = await api.post('/login', c);
      this.$patch({ token: data.token, user: data.user });
    },
    async loginLost(c: object) {
      const { status } = await api.post('/login', c); // want "goes nowhere"
      return status === 200;
    },
  },
});

export const useSetup = defineStore('setup', () => {
  const token = ref('');
  async function login(c: object) {
    token.value = (await api.post('/login', c)).data.token;
  }
  return { token, login };
});
