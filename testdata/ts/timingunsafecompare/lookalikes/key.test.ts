test('the key', () => {
  const check = (req) => req.headers['x-api-key'] === process.env.API_KEY // a test
  check({ headers: {} })
})
