export default defineNuxtPlugin({
  name: 'arrow',
  setup: () => {
    const arrow = $fetch.create({ baseURL: '/arrow', headers: { Authorization: `Bearer ${localStorage.getItem('mine')}` } }) // want "`localStorage.getItem\\('mine'\\)` is read once"
    return { provide: { arrow } }
  },
})
