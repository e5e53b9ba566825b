test('reads', () => {
  localStorage.setItem('rawToken', JSON.stringify('x')) // tests store what they need
})
